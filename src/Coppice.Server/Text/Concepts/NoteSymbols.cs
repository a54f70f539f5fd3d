using System.Runtime.CompilerServices;
using System.Text;

namespace Coppice.Server.Text.Concepts;

/// <summary>
/// A note as an automaton reads it: folded, each run of blanks and punctuation one separator, with the places where words may begin.
/// One object serves one thread for any number of notes and grows to the longest.
/// </summary>
public sealed class NoteSymbols
{
    private const int Spare = 3;

    private ushort[] _symbols = new ushort[1024];
    private int[] _places = new int[1024];
    private int[] _starts = new int[1024];
    private int _count;
    private int _startCount;

    /// <summary>The symbols, then a separator and a wall that no phrase passes.</summary>
    internal ReadOnlySpan<ushort> Symbols => _symbols.AsSpan(0, _count + 2);

    /// <summary>Where each symbol stands in the note, in UTF-16 characters; one more for the end.</summary>
    internal ReadOnlySpan<int> Places => _places.AsSpan(0, _count + 1);

    /// <summary>Symbols at which a word may begin.</summary>
    internal ReadOnlySpan<int> Starts => _starts.AsSpan(0, _startCount);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Read(ReadOnlySpan<byte> note, Alphabet alphabet)
    {
        Reserve(note.Length + Spare);
        ReadOnlySpan<ushort> ascii = alphabet.OfAscii;
        int firstBlankless = alphabet.FirstBlankless;
        int count = 0;
        int startCount = 0;
        int last = Alphabet.Separator;
        int place = 0;
        for (int at = 0; at < note.Length;)
        {
            byte first = note[at];
            if (first < ascii.Length)
            {
                Add(ascii[first], place, firstBlankless, ref count, ref startCount, ref last);
                place++;
                at++;
                continue;
            }

            // What is no UTF-8 becomes the replacement character, which parts words, as everywhere in .NET.
            Rune rune = Decode(note[at..], out int length);
            at += length;
            ushort symbol = alphabet[rune];
            if (symbol >= Alphabet.FirstLigature)
            {
                foreach (ushort part in alphabet.Ligature(symbol))
                    Add(part, place, firstBlankless, ref count, ref startCount, ref last);
            }
            else if (symbol != Alphabet.Dropped)
            {
                Add(symbol, place, firstBlankless, ref count, ref startCount, ref last);
            }

            place += rune.Utf16SequenceLength;
        }

        End(count, startCount, last, place);
    }

    /// <summary>Writes without branches: what does not count is written over by what follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(ushort symbol, int place, int firstBlankless, ref int count, ref int startCount, ref int last)
    {
        _symbols[count] = symbol;
        _places[count] = place;
        _starts[startCount] = count;
        bool isBesideEnd = last == Alphabet.Separator | symbol >= firstBlankless | last >= firstBlankless;
        startCount += symbol != Alphabet.Separator & isBesideEnd ? 1 : 0;
        count += (symbol | last) != Alphabet.Separator ? 1 : 0;
        last = symbol;
    }

    private void End(int count, int startCount, int last, int place)
    {
        // Behind a last separator nothing changes: the place where it begins is the end of the last word.
        if (last == Alphabet.Separator && count > 0)
            count--;
        else
            _places[count] = place;
        _symbols[count] = Alphabet.Separator;
        _symbols[count + 1] = Alphabet.Dropped;
        _count = count;
        _startCount = startCount;
    }

    private static Rune Decode(ReadOnlySpan<byte> rest, out int length)
    {
        Rune.DecodeFromUtf8(rest, out Rune rune, out length);
        return rune;
    }

    private void Reserve(int length)
    {
        if (_symbols.Length >= length)
            return;
        int size = Math.Max(length, 2 * _symbols.Length);
        _symbols = new ushort[size];
        _places = new int[size];
        _starts = new int[size];
    }
}

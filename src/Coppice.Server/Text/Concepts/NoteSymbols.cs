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

    internal void Read(ReadOnlySpan<byte> note, Alphabet alphabet)
    {
        Reserve(note.Length + Spare);
        var writer = new Writer(this, alphabet.FirstBlankless);
        ReadOnlySpan<ushort> ascii = alphabet.OfAscii;
        int at = 0;
        while (at < note.Length)
        {
            byte first = note[at];
            if (first < ascii.Length)
            {
                writer.Add(ascii[first]);
                writer.Place++;
                at++;
            }
            else
            {
                at += ReadRune(note[at..], alphabet, ref writer);
            }
        }

        (_count, _startCount) = writer.End();
    }

    private static int ReadRune(ReadOnlySpan<byte> rest, Alphabet alphabet, ref Writer writer)
    {
        // What is no UTF-8 becomes the replacement character, which parts words, as everywhere in .NET.
        Rune.DecodeFromUtf8(rest, out Rune rune, out int consumed);
        if (!rune.IsBmp)
        {
            Span<char> pair = stackalloc char[2];
            rune.EncodeToUtf16(pair);
            bool isOfWord = Scripts.IsOfWord(rune.Value);
            foreach (char half in pair)
            {
                writer.Add(isOfWord ? alphabet[half] : Alphabet.Separator);
                writer.Place++;
            }

            return consumed;
        }

        ushort symbol = alphabet[(char)rune.Value];
        if (symbol >= Alphabet.FirstLigature)
        {
            foreach (ushort part in alphabet.Ligature(symbol))
                writer.Add(part);
        }
        else if (symbol != Alphabet.Dropped)
        {
            writer.Add(symbol);
        }

        writer.Place++;
        return consumed;
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

    /// <summary>Writes without branches: what does not count is written over by what follows.</summary>
    private ref struct Writer
    {
        private readonly Span<ushort> _symbols;
        private readonly Span<int> _places;
        private readonly Span<int> _starts;
        private readonly int _firstBlankless;
        private int _last;
        private int _count;
        private int _startCount;

        public Writer(NoteSymbols note, int firstBlankless)
        {
            _symbols = note._symbols;
            _places = note._places;
            _starts = note._starts;
            _firstBlankless = firstBlankless;
        }

        /// <summary>The place in the note that is read now.</summary>
        public int Place;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(ushort symbol)
        {
            _symbols[_count] = symbol;
            _places[_count] = Place;
            _starts[_startCount] = _count;
            bool beside = _last == Alphabet.Separator | symbol >= _firstBlankless | _last >= _firstBlankless;
            _startCount += symbol != Alphabet.Separator & beside ? 1 : 0;
            _count += (symbol | _last) != 0 ? 1 : 0;
            _last = symbol;
        }

        public (int Count, int StartCount) End()
        {
            int count = _last == Alphabet.Separator && _count > 0 ? _count - 1 : _count;
            _symbols[count] = Alphabet.Separator;
            _symbols[count + 1] = Alphabet.Dropped;
            // Behind a last separator nothing changes: the place of its beginning is the end of the last word.
            _places[count] = count == _count ? Place : _places[count];
            return (count, _startCount);
        }
    }
}

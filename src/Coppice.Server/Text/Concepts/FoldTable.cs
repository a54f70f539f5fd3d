using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Coppice.Server.Text.Concepts;

/// <summary>What each character is taken for: its plain small form, nothing, or what parts words. Made once per <see cref="Folding"/>.</summary>
internal sealed class FoldTable
{
    /// <summary>Stands for any run of characters that are part of no word.</summary>
    public const char Separator = ' ';

    /// <summary>Stands for a mark that is overlooked.</summary>
    public const char Dropped = '\0';

    private const int Plane = 0x10000;

    /// <summary>Letters that one letter is written as at most.</summary>
    private const int MostLetters = 3;

    /// <summary>No letter of ASCII is written as several.</summary>
    private const char FirstLigature = '\x7F';

    private static readonly Lazy<FoldTable> OfCaseAndAccents = new(() => new FoldTable(Folding.CaseAndAccents));
    private static readonly Lazy<FoldTable> OfCase = new(() => new FoldTable(Folding.Case));

    private readonly char[] _plain = new char[Plane];
    private readonly Dictionary<char, string> _ligatures = [];

    // Runs once in a process and over all characters: the first, slow form of the code would cost ten times as much.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private FoldTable(Folding folding)
    {
        for (int i = 0; i < Plane; i++)
            _plain[i] = Scripts.IsOfWord(i) ? char.ToLowerInvariant((char)i) : Separator;
        if (folding is Folding.Case)
            return;
        var accents = new char[Plane];
        foreach ((char plain, string accented) in Accents.Letters)
        {
            foreach (char letter in accented)
                accents[letter] = plain;
        }

        foreach ((char letter, string plain) in Accents.Ligatures)
            _ligatures[letter] = plain;
        for (int i = 0; i < Plane; i++)
            _plain[i] = Plain((char)i, _plain[i], accents);
    }

    public static FoldTable Of(Folding folding) => (folding is Folding.Case ? OfCase : OfCaseAndAccents).Value;

    /// <summary>The plain form of a character of the basic plane; <see cref="Ligatures"/> are written as several.</summary>
    public char this[char character] => _plain[character];

    /// <summary>Letters that are written as several.</summary>
    public IReadOnlyDictionary<char, string> Ligatures => _ligatures;

    /// <summary>A phrase as it is compared: plain letters, one blank between words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string Fold(ReadOnlySpan<char> text)
    {
        char[] folded = ArrayPool<char>.Shared.Rent((MostLetters * text.Length) + 1);
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char plain = _plain[text[i]];
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) && Scripts.IsOfWord(char.ConvertToUtf32(text[i], text[i + 1])))
            {
                folded[count++] = text[i++];
                folded[count++] = text[i];
            }
            else if (plain > FirstLigature && _ligatures.TryGetValue(plain, out string? letters))
            {
                letters.CopyTo(folded.AsSpan(count));
                count += letters.Length;
            }
            else if (plain != Dropped && (plain != Separator || (count > 0 && folded[count - 1] != Separator)))
            {
                folded[count++] = plain;
            }
        }

        if (count > 0 && folded[count - 1] == Separator)
            count--;
        string phrase = new(folded, 0, count);
        ArrayPool<char>.Shared.Return(folded);
        return phrase;
    }

    private static char Plain(char character, char small, char[] accents)
    {
        if (Accents.IsMark(character))
            return Dropped;
        // Full-width letters and digits are the ASCII ones in the width of Han.
        if (character is >= '！' and <= '～' && small != Separator)
            small = char.ToLowerInvariant((char)(character - '！' + '!'));
        if (CharUnicodeInfo.GetDecimalDigitValue(small) is >= 0 and var digit)
            return (char)('0' + digit);
        if (small == 'İ')
            return 'i';
        return accents[small] is > '\0' and var plain ? plain : small;
    }
}

using System.Globalization;
using System.Text;

namespace Coppice.Server.Text.Concepts;

/// <summary>What each character is taken for: its plain small form, nothing, or what parts words. Made once per <see cref="Folding"/>.</summary>
internal sealed class FoldTable
{
    /// <summary>Stands for any run of characters that are part of no word.</summary>
    public const char Separator = ' ';

    /// <summary>Stands for a mark that is overlooked.</summary>
    public const char Dropped = '\0';

    private const int Plane = 0x10000;

    private static readonly Lazy<FoldTable> OfCaseAndAccents = new(() => new FoldTable(Folding.CaseAndAccents));
    private static readonly Lazy<FoldTable> OfCase = new(() => new FoldTable(Folding.Case));

    private readonly char[] _plain = new char[Plane];
    private readonly Dictionary<char, string> _ligatures = [];

    private FoldTable(Folding folding)
    {
        for (int i = 0; i < Plane; i++)
            _plain[i] = Scripts.IsOfWord(i) ? char.ToLowerInvariant((char)i) : Separator;
        if (folding is Folding.Case)
            return;
        var accents = new Dictionary<char, char>();
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

    /// <summary>The plain form of a character of the basic plane; <see cref="Ligature"/> knows those of several letters.</summary>
    public char this[char character] => _plain[character];

    /// <summary>The letters that one letter is written as, or null where it is one.</summary>
    public string? Ligature(char character) => _ligatures.GetValueOrDefault(_plain[character]);

    /// <summary>A phrase as it is compared: plain letters, one blank between words.</summary>
    public string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp)
                folded.Append(Scripts.IsOfWord(rune.Value) ? rune.ToString() : " ");
            else if (Ligature((char)rune.Value) is { } letters)
                folded.Append(letters);
            else if (_plain[rune.Value] is not Dropped and var plain)
                folded.Append(plain);
            if (folded is [.., Separator, Separator] or [Separator])
                folded.Length--;
        }

        if (folded is [.., Separator])
            folded.Length--;
        return folded.ToString();
    }

    private static char Plain(char character, char small, Dictionary<char, char> accents)
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
        return accents.GetValueOrDefault(small, small);
    }
}

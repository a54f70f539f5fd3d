using System.Globalization;
using System.Text;

namespace Coppice.Server.Text.Terms;

/// <summary>
/// Lower case as Python's <c>str.lower</c> makes it: the simple mapping of every character, but İ becomes i and a dot above, and a
/// Σ that ends a word becomes ς (Unicode's Final_Sigma). The slow path, for texts that hold a character of kind <see cref="CharacterKind.Awkward"/>.
/// </summary>
internal static class PythonLower
{
    private const int CombiningDotAbove = 0x307;
    private const int FinalSigma = 0x3C2;

    /// <summary>What stands between letters without ending a word, beyond marks, formats and modifiers (Case_Ignorable by Word_Break).</summary>
    private const string Inside = "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

    /// <summary>Bytes that the lower case of so many bytes takes at most: İ becomes three from two.</summary>
    public static int MostBytes(int length) => length * 3;

    /// <summary>Writes the lower case of a text; bytes that are not UTF-8 become U+FFFD.</summary>
    public static int Write(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        int written = 0;
        for (int at = 0; at < text.Length;)
        {
            Rune.DecodeFromUtf8(text[at..], out var rune, out int length);
            var lower = rune.Value switch
            {
                CharacterKinds.CapitalDottedI => new Rune('i'),
                CharacterKinds.CapitalSigma when EndsWord(text[..at], text[(at + length)..]) => new Rune(FinalSigma),
                _ => Rune.ToLowerInvariant(rune),
            };
            written += lower.EncodeToUtf8(destination[written..]);
            if (rune.Value == CharacterKinds.CapitalDottedI)
                written += new Rune(CombiningDotAbove).EncodeToUtf8(destination[written..]);
            at += length;
        }

        return written;
    }

    private static bool EndsWord(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        Rune rune;
        int length;
        do
        {
            if (before.IsEmpty)
                return false;
            Rune.DecodeLastFromUtf8(before, out rune, out length);
            before = before[..^length];
        }
        while (IsIgnored(rune));
        if (!IsCased(rune))
            return false;

        do
        {
            if (after.IsEmpty)
                return true;
            Rune.DecodeFromUtf8(after, out rune, out length);
            after = after[length..];
        }
        while (IsIgnored(rune));
        return !IsCased(rune);
    }

    private static bool IsIgnored(Rune rune) =>
        (rune.IsBmp && Inside.Contains((char)rune.Value)) || Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or
            UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;

    private static bool IsCased(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        // Other_Uppercase and Other_Lowercase: ordinals, Roman numerals, letters in circles and squares.
        || rune.Value is 0xAA or 0xBA or (>= 0x2160 and <= 0x217F) or (>= 0x24B6 and <= 0x24E9)
            or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);
}

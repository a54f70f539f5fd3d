using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Coppice.Server.Text.Terms;

/// <summary>
/// Python's <c>\w</c> is exactly the letters, the numbers and the underscore of Unicode; marks are not (checked over all code points).
/// </summary>
internal static class CharacterKinds
{
    public const int CapitalDottedI = 0x130;
    public const int CapitalSigma = 0x3A3;

    private static readonly CharacterKind[] Basic = [.. Enumerable.Range(0, 0x10000).Select(c => Rune.IsValid(c) ? Look(new Rune(c)) : CharacterKind.Between)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharacterKind Of(int codePoint) => codePoint < Basic.Length ? Basic[codePoint] : Look(new Rune(codePoint));

    private static CharacterKind Look(Rune rune)
    {
        if (!IsWord(rune))
            return CharacterKind.Between;
        if (rune.Value is CapitalDottedI or CapitalSigma)
            return CharacterKind.Awkward;
        var lower = Rune.ToLowerInvariant(rune);
        if (lower == rune)
            return CharacterKind.Word;
        return lower.Utf8SequenceLength == rune.Utf8SequenceLength ? CharacterKind.Upper : CharacterKind.Awkward;
    }

    private static bool IsWord(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}

using System.Globalization;
using System.Text;

namespace Coppice.Server.Text.Concepts;

/// <summary>What a character is to a reader of words.</summary>
internal static class Scripts
{
    /// <summary>Thai to Myanmar, Hangul Jamo, Khmer, Kana to Yi, Hangul, Han, half-width Kana and Hangul.</summary>
    private static readonly (char First, char Last)[] Blankless =
    [
        ('\u0E00', '\u0EFF'), ('\u1000', '\u11FF'), ('\u1780', '\u17FF'), ('\u3005', '\u3007'), ('\u3040', '\uA4CF'),
        ('\uA960', '\uA97F'), ('\uAC00', '\uD7FF'), ('\uF900', '\uFAFF'), ('\uFF66', '\uFFDC'),
    ];

    /// <summary>Whether words of the character's script stand side by side without blanks.</summary>
    public static bool IsBlankless(Rune character) =>
        // A letter outside the basic plane is nearly always rare Han.
        !character.IsBmp || IsBlankless((char)character.Value);

    /// <summary>The same for a character of the basic plane.</summary>
    public static bool IsBlankless(char character)
    {
        foreach ((char first, char last) in Blankless)
        {
            if (character <= last)
                return character >= first;
        }

        return false;
    }

    /// <summary>Letters, digits and the marks on them make words; everything else parts them.</summary>
    public static bool IsOfWord(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
    {
        <= UnicodeCategory.OtherLetter => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => true,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
        _ => false,
    };
}

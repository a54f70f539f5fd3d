using System.Globalization;

namespace Coppice.Server.Text.Amounts;

/// <summary>Reads a number as people write it: 2.5, 2,5, 15 000, 15.000, 1'500,00.</summary>
internal static class AmountNumber
{
    private const int MostDigits = 15;
    private const string GroupMarks = ".,' \u00A0\u202F\u2009’";

    /// <summary>The number that begins at a digit, and where it ends; null where it is no amount: too long, or a date or time.</summary>
    public static double? Read(ReadOnlySpan<char> text, int start, out int end)
    {
        Span<char> digits = stackalloc char[MostDigits + 1];
        int length = 0;
        end = start;
        if (!Take(text, digits, ref length, ref end, DigitsAt(text, start)))
            return null;
        char mark = '\0';
        while (end < text.Length && GroupMarks.Contains(text[end], StringComparison.Ordinal) && DigitsAt(text, end + 1) is var following and > 0)
        {
            bool isGroup = following == 3 && (mark == '\0' || text[end] == mark) && (mark != '\0' || end - start <= 3);
            bool isFraction = !isGroup && text[end] is '.' or ',' && following <= 2;
            if (!isGroup && !isFraction)
                break;
            mark = text[end++];
            if (isFraction)
                digits[length++ < MostDigits ? length - 1 : MostDigits] = '.';
            if (length > MostDigits || !Take(text, digits, ref length, ref end, following))
                return null;
            if (isFraction)
                break;
        }

        bool goesOn = end + 1 < text.Length && text[end] is '/' or ':' or '.' or ',' && DigitsAt(text, end + 1) > 0;
        return goesOn ? null : double.Parse(digits[..length], CultureInfo.InvariantCulture);
    }

    private static bool Take(ReadOnlySpan<char> text, Span<char> digits, ref int length, ref int end, int count)
    {
        if (length + count > MostDigits)
            return false;
        text.Slice(end, count).CopyTo(digits[length..]);
        length += count;
        end += count;
        return true;
    }

    private static int DigitsAt(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - start;
    }
}

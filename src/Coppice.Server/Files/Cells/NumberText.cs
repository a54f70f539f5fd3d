using System.Globalization;

namespace Coppice.Server.Files.Cells;

/// <summary>Numbers as programs and people write them: <c>-12.5</c>, <c>1e-3</c>, <c>1,234.50</c>. Always finite.</summary>
public static class NumberText
{
    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ];

    public static bool TryParse(ReadOnlySpan<char> text, out double number)
    {
        text = text.Trim();
        return TryParsePlain(text, out number) || TryParseOther(text, out number);
    }

    // Up to 15 digits and a point. Digits and the power of ten are exact in a double, so one division rounds correctly (Clinger 1990).
    private static bool TryParsePlain(ReadOnlySpan<char> text, out double number)
    {
        number = 0;
        int start = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        long digits = 0;
        int point = -1;
        if (text.Length - start is < 1 or > 16)
            return false;

        for (int i = start; i < text.Length; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit <= 9)
                digits = (digits * 10) + digit;
            else if (text[i] == '.' && point < 0)
                point = i;
            else
                return false;
        }

        int decimals = point < 0 ? 0 : text.Length - 1 - point;
        int count = text.Length - start - (point < 0 ? 0 : 1);
        if (count is < 1 or > 15)
            return false;
        double magnitude = digits / PowersOfTen[decimals];
        number = text[0] == '-' ? -magnitude : magnitude;
        return true;
    }

    private static bool TryParseOther(ReadOnlySpan<char> text, out double number)
    {
        NumberStyles styles = NumberStyles.Float;
        if (text.Contains(','))
        {
            number = 0;
            if (!HasClearThousands(text))
                return false;
            styles |= NumberStyles.AllowThousands;
        }

        return double.TryParse(text, styles, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    // "1,234" may be one and a bit where decimals are written with a comma; "1,234,567" and "1,234.5" may not.
    private static bool HasClearThousands(ReadOnlySpan<char> text)
    {
        if (text[0] is '-' or '+')
            text = text[1..];
        int point = text.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point];
        int first = whole.IndexOf(',');
        if (first is < 1 or > 3 || (whole.Length - first) % 4 != 0)
            return false;
        for (int i = 0; i < whole.Length; i++)
        {
            bool isComma = i >= first && (i - first) % 4 == 0;
            if (isComma ? whole[i] != ',' : !char.IsAsciiDigit(whole[i]))
                return false;
        }

        return point >= 0 || whole.Count(',') > 1;
    }
}

namespace Coppice.Server.Serving.Questions;

/// <summary>
/// JSON numbers of at most fifteen digits and without an exponent. Both the digits and the power of ten are exact as double, so one
/// division rounds correctly (Clinger 1990): the same double as any correct parser gives.
/// </summary>
internal static class PlainNumber
{
    private const int MostDigits = 15;

    private static readonly double[] PowersOfTen = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>False, and nothing read, where the text is anything else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, ref int at, out float number)
    {
        number = 0;
        int i = at;
        bool isNegative = i < text.Length && text[i] == '-';
        if (isNegative)
            i++;
        int first = i;
        ulong digits = 0;
        for (; i < text.Length && (uint)(text[i] - '0') <= 9; i++)
            digits = (digits * 10) + (uint)(text[i] - '0');
        int count = i - first;
        if (count == 0 || count > MostDigits || (count > 1 && text[first] == '0'))
            return false;
        int decimals = 0;
        if (i < text.Length && text[i] == '.')
        {
            int point = i++;
            for (; i < text.Length && (uint)(text[i] - '0') <= 9 && count + i - point <= MostDigits + 1; i++)
                digits = (digits * 10) + (uint)(text[i] - '0');
            decimals = i - point - 1;
            if (decimals == 0 || count + decimals > MostDigits)
                return false;
        }

        // A number ends where the value ends; an exponent or more digits are for the strict reader.
        if (i >= text.Length || text[i] is not ((byte)',' or (byte)'}' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            return false;
        double value = digits / PowersOfTen[decimals];
        number = (float)(isNegative ? -value : value);
        at = i;
        return true;
    }
}

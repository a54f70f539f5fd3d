using System.Globalization;

namespace Coppice.Server.Files.Cells;

/// <summary>
/// One way to write a date: <c>yyyy-MM-dd</c>, <c>dd/MM/yyyy</c>, unix seconds, ... A time of day may follow after a blank or T. What has no
/// offset is taken as UTC.
/// </summary>
public sealed record DateForm(string Pattern, DateOrder Order, char Separator)
{
    /// <summary>Every form that is known; where two fit, the first one is taken.</summary>
    public static IReadOnlyList<DateForm> All { get; } =
    [
        new("yyyy-MM-dd", DateOrder.YearMonthDay, '-'),
        new("yyyy/MM/dd", DateOrder.YearMonthDay, '/'),
        new("dd/MM/yyyy", DateOrder.DayMonthYear, '/'),
        new("MM/dd/yyyy", DateOrder.MonthDayYear, '/'),
        new("dd.MM.yyyy", DateOrder.DayMonthYear, '.'),
        new("dd-MM-yyyy", DateOrder.DayMonthYear, '-'),
        new("MM-dd-yyyy", DateOrder.MonthDayYear, '-'),
    ];

    /// <summary>Forms that are also numbers: believed only in a column whose name speaks of time, or with much evidence.</summary>
    public static IReadOnlyList<DateForm> Numeric { get; } =
    [
        new("yyyyMMdd", DateOrder.YearMonthDay, '\0'),
        new("unix seconds", DateOrder.UnixSeconds, '\0'),
        new("unix milliseconds", DateOrder.UnixMilliseconds, '\0'),
    ];

    /// <summary>Reads a date of this form; the result is UTC.</summary>
    public bool TryParse(ReadOnlySpan<char> text, out DateTime utc)
    {
        text = text.Trim();
        if (Order is DateOrder.UnixSeconds or DateOrder.UnixMilliseconds)
            return TryParseUnix(text, out utc);

        utc = default;
        if (!TryParseDay(text, out DateTime day, out int length))
            return false;
        utc = day;
        text = text[length..];
        if (text.IsEmpty)
            return true;
        if (text.Length < 2 || text[0] is not (' ' or 'T' or 't') || !TimeOfDay.TryParse(text[1..].Trim(), out TimeSpan time))
            return false;
        long ticks = day.Ticks + time.Ticks;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            return false;
        utc = new DateTime(ticks, DateTimeKind.Utc);
        return true;
    }

    /// <summary>Says that a cell is not of this form, as a person would.</summary>
    public string Complaint(ReadOnlySpan<char> cell, long rowsBefore) => rowsBefore > 0
        ? $"\"{Shown(cell)}\" is not a date in the form of the {rowsBefore:N0} rows before it ({Pattern})"
        : $"\"{Shown(cell)}\" is not a date ({Pattern})";

    internal static string Shown(ReadOnlySpan<char> cell) => cell.Length <= 60 ? cell.ToString() : string.Concat(cell[..57], "...");

    private bool TryParseDay(ReadOnlySpan<char> text, out DateTime day, out int length)
    {
        day = default;
        length = 0;
        int first = 0, second = 0, third = 0;
        bool isYearFirst = Order is DateOrder.YearMonthDay;
        if (!TryDigits(text, ref length, isYearFirst ? 4 : 2, ref first) || !TrySeparator(text, ref length)
            || !TryDigits(text, ref length, 2, ref second) || !TrySeparator(text, ref length)
            || !TryDigits(text, ref length, isYearFirst ? 2 : 4, ref third))
        {
            return false;
        }

        (int year, int month, int date) = Order switch
        {
            DateOrder.YearMonthDay => (first, second, third),
            DateOrder.DayMonthYear => (third, second, first),
            _ => (third, first, second),
        };
        if (year is < 1800 or > 2200 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateTime(year, month, date, 0, 0, 0, DateTimeKind.Utc);
        return true;
    }

    private bool TrySeparator(ReadOnlySpan<char> text, ref int position)
    {
        if (Separator == '\0')
            return true;
        return position < text.Length && text[position++] == Separator;
    }

    // Days and months may have one digit where a separator ends them; years have four.
    private bool TryDigits(ReadOnlySpan<char> text, ref int position, int count, ref int value)
    {
        int start = position;
        while (position < text.Length && position - start < count && char.IsAsciiDigit(text[position]))
            value = (value * 10) + (text[position++] - '0');
        int found = position - start;
        return found == count || (found == 1 && count == 2 && Separator != '\0');
    }

    private bool TryParseUnix(ReadOnlySpan<char> text, out DateTime utc)
    {
        utc = default;
        bool isSeconds = Order is DateOrder.UnixSeconds;
        // From 1973 to 2096: smaller and larger numbers are counts and amounts.
        double scale = isSeconds ? 1 : 1000;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            || number < 1e8 * scale || number >= 4e9 * scale)
        {
            return false;
        }

        utc = DateTime.UnixEpoch.AddTicks((long)Math.Round(number * (isSeconds ? 1e6 : 1e3)) * TimeSpan.TicksPerMicrosecond);
        return true;
    }
}

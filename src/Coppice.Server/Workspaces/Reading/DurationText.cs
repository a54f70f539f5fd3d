using System.Globalization;

namespace Coppice.Server.Workspaces.Reading;

/// <summary>Lengths of time as people write them: <c>24h</c>, <c>30d</c>, <c>12w</c>. Months and years have no fixed length and are not among them.</summary>
public static class DurationText
{
    public const string Expected = "a length of time such as 24h, 30d or 12w";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan length)
    {
        length = default;
        if (text.Length is < 2 or > 8 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int count))
            return false;

        double days = text[^1] switch { 'h' => count / 24.0, 'd' => count, 'w' => count * 7.0, _ => double.NaN };
        if (!(days <= Longest.TotalDays))
            return false;
        length = text[^1] is 'h' ? TimeSpan.FromHours(count) : TimeSpan.FromDays((int)days);
        return true;
    }

    /// <summary>The shortest text that <see cref="TryParse"/> reads back; the length must be whole hours.</summary>
    public static string Format(TimeSpan length)
    {
        if (length < TimeSpan.Zero || length.Ticks % TimeSpan.TicksPerHour != 0)
            throw new ArgumentOutOfRangeException(nameof(length), length, "expected whole hours, not negative");
        return length.Ticks % TimeSpan.TicksPerDay == 0 ? $"{(int)length.TotalDays}d" : $"{(int)length.TotalHours}h";
    }
}

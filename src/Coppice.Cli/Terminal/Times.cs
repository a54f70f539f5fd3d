using System.Globalization;

namespace Coppice.Cli.Terminal;

/// <summary>How times look: relative within a day, else dated.</summary>
internal static class Times
{
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset time, DateTimeOffset now)
    {
        TimeSpan age = now - time;
        if (age >= TimeSpan.FromDays(1) || age <= TimeSpan.FromDays(-1))
            return Dated(time, now);
        TimeSpan distance = age.Duration();
        string words = distance switch
        {
            { TotalSeconds: < 45 } => "now",
            { TotalMinutes: < 59.5 } => $"{Math.Max(1, Math.Round(distance.TotalMinutes))} min",
            _ => $"{Math.Round(distance.TotalHours)} h",
        };
        if (words == "now")
            return age < TimeSpan.Zero ? "in a moment" : "just now";
        return age < TimeSpan.Zero ? $"in {words}" : $"{words} ago";
    }

    /// <summary>A day to come, where the hour means little.</summary>
    public static string ComingDay(DateTimeOffset time, DateTimeOffset now)
    {
        int days = (time.UtcDateTime.Date - now.UtcDateTime.Date).Days;
        return days switch
        {
            <= 0 => "today",
            1 => "tomorrow",
            _ => DayAndMonth(time, now),
        };
    }

    private static string Dated(DateTimeOffset time, DateTimeOffset now) =>
        time.UtcDateTime.Year == now.UtcDateTime.Year
            ? time.UtcDateTime.ToString("dd MMM HH:mm", CultureInfo.InvariantCulture)
            : time.UtcDateTime.ToString("dd MMM yyyy", CultureInfo.InvariantCulture);

    private static string DayAndMonth(DateTimeOffset time, DateTimeOffset now) =>
        time.UtcDateTime.ToString(time.UtcDateTime.Year == now.UtcDateTime.Year ? "dd MMM" : "dd MMM yyyy", CultureInfo.InvariantCulture);
}

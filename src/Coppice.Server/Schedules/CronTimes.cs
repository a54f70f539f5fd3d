using Quartz;

namespace Coppice.Server.Schedules;

/// <summary>
/// The times a five-field cron text means in a time zone. Quartz has seconds, counts weekdays from one and wants a question mark
/// for the day that does not matter; where cron restricts both days, either will do, so there are two of its expressions.
/// </summary>
public sealed class CronTimes
{
    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly CronExpression[] _expressions;

    private CronTimes(CronExpression[] expressions)
    {
        _expressions = expressions;
    }

    /// <summary>Reads five fields: minute, hour, day of the month, month, weekday.</summary>
    /// <exception cref="FormatException">The text is no cron.</exception>
    public static CronTimes Parse(string text, TimeZoneInfo zone)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var minute, var hour, var day, var month, var weekday])
            throw new FormatException($"Expected five fields of cron, found \"{text}\".");
        weekday = weekday == "*" ? "*" : string.Join(',', weekday.ToUpperInvariant().Split(',').SelectMany(Expand).Distinct().Order());
        string[] days = (day, weekday) switch
        {
            (_, "*") => [$"{day} {month} ?"],
            ("*", _) => [$"? {month} {weekday}"],
            _ => [$"{day} {month} ?", $"? {month} {weekday}"],
        };
        return new CronTimes([.. days.Select(d => new CronExpression($"0 {minute} {hour} {d}", zone))]);
    }

    /// <summary>The first time after another; null where there never is one, as on 30 February.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) => _expressions.Select(e => e.GetNextValidTimeAfter(after)).Where(t => t is not null).Min();

    /// <summary>Weekdays of one item, as Quartz counts them: Sunday, which cron calls 0 or 7, is 1.</summary>
    private static IEnumerable<int> Expand(string item)
    {
        string[] stepped = item.Split('/');
        int step = stepped.Length > 1 ? int.Parse(stepped[1]) : 1;
        string[] ends = stepped[0].Split('-');
        int first = stepped[0] == "*" ? 0 : Number(ends[0]);
        int last = stepped[0] == "*" ? 6 : ends.Length > 1 ? Number(ends[1]) : stepped.Length > 1 ? 6 : first;
        for (int day = first; day <= last; day += step)
            yield return (day % 7) + 1;
    }

    private static int Number(string day) => Array.IndexOf(Weekdays, day) is >= 0 and var index ? index : int.Parse(day);
}

namespace Coppice.Server.Simulation;

/// <summary>What the calendar does to the shop: factors around one, the same for the generator and for the truth.</summary>
internal static class Season
{
    /// <summary>Factor of visits by weekday, from Sunday.</summary>
    private static readonly double[] Weekdays = [1.05, 0.86, 0.88, 0.92, 0.97, 1.08, 1.30];

    /// <summary>Factor of visits by month, from January.</summary>
    private static readonly double[] Months = [1.05, 0.92, 0.97, 1.00, 1.02, 0.98, 0.96, 0.84, 1.00, 1.03, 1.10, 1.15];

    public static double Traffic(DateOnly date)
    {
        double traffic = Weekdays[(int)date.DayOfWeek] * Months[date.Month - 1];
        return date.Month == 12 ? traffic * Christmas(date.Day) : traffic;
    }

    /// <summary>How much oftener gift buyers become interested: up to fifteen times in December, less before Valentine's Day and Mother's Day.</summary>
    public static double Gifts(DateOnly date) => (date.Month, date.Day) switch
    {
        (11, >= 15) => 1 + ((date.Day - 14) * 0.4),
        (12, <= 20) => 8 + (date.Day * 0.35),
        (12, <= 23) => 4,
        (2, >= 1 and <= 13) => 4,
        (5, >= 12 and <= 29) => 5,
        _ => 1,
    };

    /// <summary>How much oftener bargain hunters become interested: January and July sales, and the end of November.</summary>
    public static double Sales(DateOnly date) => (date.Month, date.Day) switch
    {
        (1, >= 8) => 2.0,
        (7, <= 28) => 2.0,
        (11, >= 22) => 2.5,
        _ => 1,
    };

    private static double Christmas(int day) => day switch
    {
        <= 23 => 1 + (day * 0.025),
        24 => 0.8,
        25 => 0.35,
        _ => 0.8,
    };
}

using Coppice.Client;

namespace Coppice.Server.Performance;

/// <summary>
/// Months made of weeks: the mean weighted by rows. A customer's weeks are taken as independent of each other, so a band over a month is a
/// little too narrow where customers come back.
/// </summary>
internal static class CombinedWeeks
{
    /// <summary>A week belongs to the month in which it begins.</summary>
    public static IReadOnlyList<PerformancePoint> ByMonth(IReadOnlyList<PerformancePoint> weeks) =>
        [.. weeks.GroupBy(week => (week.From.Year, week.From.Month)).Select(month => Combine([.. month]))];

    private static PerformancePoint Combine(IReadOnlyList<PerformancePoint> weeks)
    {
        var realised = weeks.Where(week => week.Value is not null).Select(week => (week.Value!.Value, week.HalfWidth, (double)week.Rows)).ToList();
        var estimated = weeks.Select(week => week.Estimated).OfType<EstimatedMetric>().ToList();
        var (value, half) = Mean(realised);
        var (expected, reach) = Mean([.. estimated.Select(e => (e.Value, (double?)e.HalfWidth, (double)e.Predictions))]);
        return new PerformancePoint(
            weeks[0].From,
            weeks[^1].Until,
            weeks.Sum(week => week.Rows),
            weeks.Sum(week => week.Positives),
            weeks.Sum(week => week.Open),
            value,
            half,
            expected is null ? null : estimated[0] with { Value = expected.Value, HalfWidth = reach ?? 0, Predictions = estimated.Sum(e => e.Predictions) },
            Mean([.. weeks.Where(week => week.Prior is not null).Select(week => (week.Prior!.Value, (double?)null, (double)week.Rows))]).Value,
            Mean([.. weeks.Where(week => week.NoChange is not null).Select(week => (week.NoChange!.Value, (double?)null, (double)week.Rows))]).Value,
            [.. weeks.SelectMany(week => week.Versions).GroupBy(v => v.Version).Select(v => new VersionShare(v.Key, v.Sum(own => own.Rows))).OrderByDescending(v => v.Rows)]);
    }

    private static (double? Value, double? HalfWidth) Mean(IReadOnlyList<(double Value, double? HalfWidth, double Rows)> parts)
    {
        double rows = parts.Sum(part => part.Rows);
        if (rows == 0)
            return (null, null);
        double? half = parts.All(part => part.HalfWidth is not null) ? Math.Sqrt(parts.Sum(part => Math.Pow(part.HalfWidth!.Value * part.Rows / rows, 2))) : null;
        return (parts.Sum(part => part.Value * part.Rows / rows), half);
    }
}

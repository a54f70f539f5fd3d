using Coppice.Client;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Quality;

/// <summary>Holds what became of a file's rows against what became of those of earlier files.</summary>
public static class RowChecks
{
    private const int FewestRows = 20;
    private const int FewestUnreadable = 10;
    private const double MostUnreadable = 0.2;
    private const double MostRepeatedAtFirst = 0.4;
    private const int FewestForVolume = 5;
    private const int FewestOfWeekday = 4;
    private const double LeastFactor = 3;
    private static readonly TimeSpan LeastDelay = TimeSpan.FromDays(2);

    /// <summary>What can be told before anything is stored.</summary>
    public static void LookBefore(ImportRecord now, IReadOnlyList<EarlierFile> earlier, FindingList findings)
    {
        var usual = Of(earlier, record => record.UnreadableShare);
        double bound = Math.Max(MostUnreadable, 1.5 * usual.Largest);
        if (now.UnreadableShare > bound && now.Unreadable >= FewestUnreadable)
            findings.Add(QualityChecks.Unreadable, $"{now.Unreadable:N0} of {now.RowsRead:N0} rows cannot be used, more than {bound:0 %}. Look at the first of them; a column may be read as something it is not.");
        var repeats = Of(earlier, record => record.Repeated);
        if (now.RowsRead >= FewestRows && now.Repeated > (repeats.IsKnown ? repeats.Bound(0.05) : MostRepeatedAtFirst))
            findings.Add(QualityChecks.Duplicates, $"{now.Repeated:0.0 %} of the rows stand in it twice, character by character{Usually(repeats)}. Was it put together from files that overlap?");
    }

    /// <summary>What can only be told once its rows are stored.</summary>
    /// <param name="now">The file.</param>
    /// <param name="earlier">Newest first.</param>
    /// <param name="customers">Whether there were customers before it.</param>
    /// <param name="zone">The zone in which it has a weekday.</param>
    /// <param name="findings">Where findings go.</param>
    /// <param name="before">What was found before anything was stored.</param>
    public static void LookAfter(
        ImportRecord now,
        IReadOnlyList<EarlierFile> earlier,
        CustomersBefore customers,
        TimeZoneInfo zone,
        FindingList findings,
        IReadOnlyList<QualityFinding> before)
    {
        var unreadable = Of(earlier, record => record.UnreadableShare);
        bool seenBefore = before.Any(finding => finding.Code == QualityChecks.Unreadable.Code);
        if (!seenBefore && unreadable.IsKnown && now.RowsRead >= FewestRows && now.UnreadableShare > unreadable.Bound(0.02))
            findings.Warn(QualityChecks.Unreadable, $"{now.UnreadableShare:0.0 %} of the rows cannot be used{Usually(unreadable)}. Their lines and reasons are in the report.");
        LookAtKnown(now, earlier, findings);
        LookAtAge(now, earlier, findings);
        LookAtVolume(now, earlier, zone, findings);
        if (now.InFuture > 0 && now.InFutureShare > 2 * Of(earlier, record => record.InFutureShare).Largest)
            findings.Add(QualityChecks.Future, $"{now.InFuture:N0} of {now.RowsRead:N0} rows are dated in the future and were set aside. Are day and month the right way round?");
        LookAtCustomers(now, earlier, customers, findings);
    }

    private static void LookAtKnown(ImportRecord now, IReadOnlyList<EarlierFile> earlier, FindingList findings)
    {
        var usual = Of(earlier, record => record.KnownShare);
        if (usual.IsKnown && now.RowsRead >= FewestRows && now.KnownShare > usual.Bound(0.05))
            findings.Add(QualityChecks.Duplicates, $"{now.KnownShare:0.0 %} of its rows were known already{Usually(usual)}. Nothing is counted twice; is it the file that was meant?");
    }

    private static void LookAtAge(ImportRecord now, IReadOnlyList<EarlierFile> earlier, FindingList findings)
    {
        var ages = earlier.Where(file => file.Record.LastTime is not null).Select(file => file.Record.At - file.Record.LastTime!.Value).ToList();
        if (now.LastTime is not { } last || ages.Count < Variation.FewestFiles)
            return;
        var longest = ages.Max();
        var age = now.At - last;
        if (age > 2 * longest && age > longest + LeastDelay)
            findings.Add(QualityChecks.Stale, $"its newest row is of {last:yyyy-MM-dd}, {age.TotalDays:0} days ago; in the {ages.Count} files before it that was at most {Math.Max(0, longest.TotalDays):0.#} days. Is it the newest file?");
    }

    private static void LookAtVolume(ImportRecord now, IReadOnlyList<EarlierFile> earlier, TimeZoneInfo zone, FindingList findings)
    {
        var weekday = WeekdayOf(now, zone);
        var same = earlier.Where(file => WeekdayOf(file.Record, zone) == weekday).ToList();
        bool byWeekday = same.Count >= FewestOfWeekday && same.Count < earlier.Count;
        var held = byWeekday ? same : earlier;
        if (held.Count < FewestForVolume && !byWeekday)
            return;
        double[] sizes = [.. held.Select(file => Math.Log(Math.Max(1, file.Record.RowsRead))).Order()];
        double usual = Median(sizes);
        double deviation = 1.4826 * Median([.. sizes.Select(size => Math.Abs(size - usual)).Order()]);
        if (Math.Abs(Math.Log(Math.Max(1, now.RowsRead)) - usual) > Math.Max(Math.Log(LeastFactor), 4 * deviation))
            findings.Add(QualityChecks.Volume, $"it has {now.RowsRead:N0} rows; {(byWeekday ? $"a file of a {weekday}" : "a file like it")} usually has about {Math.Exp(usual):N0}. Is it whole, and only once?");
    }

    private static void LookAtCustomers(ImportRecord now, IReadOnlyList<EarlierFile> earlier, CustomersBefore customers, FindingList findings)
    {
        var usual = Of(earlier, record => record.NewCustomerShare);
        // Outcomes are about customers something was said of; whoever nobody has heard of is written otherwise there.
        bool strange = usual.IsKnown
            ? now.NewCustomerShare > usual.Bound(0.2)
            : now.Kind == "outcomes" && customers == CustomersBefore.Some && now.NewCustomerShare >= 0.5;
        if (strange && now.RowsRead >= FewestRows)
            findings.Add(QualityChecks.UnknownCustomers, $"{now.NewCustomers:N0} customers of {now.Added + now.AlreadyKnown:N0} rows were not known{Usually(usual)}. Are they written as in the other files?");
    }

    private static Variation Of(IReadOnlyList<EarlierFile> earlier, Func<ImportRecord, double> share) => new(earlier.Select(file => share(file.Record)));

    private static string Usually(Variation usual) => usual.IsKnown ? $"; in the files before it at most {usual.Largest:0.0 %}" : "";

    private static DayOfWeek WeekdayOf(ImportRecord record, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(record.At, zone).DayOfWeek;

    private static double Median(double[] sorted) => Statistics.OrderStatistics.Quantile(sorted, 0.5);
}

/// <summary>Whether anybody was known before a file came.</summary>
public enum CustomersBefore
{
    None,
    Some,
}

using Coppice.Bench.Measurements;
using Coppice.Server.Drift;
using Coppice.Server.Drift.Profiles;
using Coppice.Server.Statistics;

namespace Coppice.Bench.Judgement;

/// <summary>
/// Electricity prices, half an hour each, by a version that is never learnt again: how many weeks after the first week whose labels surely show that it has become
/// worse is that told, and how often is it told of the same rows in an order of chance, where nothing ever changes?
/// </summary>
internal static class RealStreamCase
{
    private const string Name = "real.elec2";
    private const int RowsADay = 48;
    private const int LearntDays = 100;
    private const int JudgedDays = 40;
    private const int Orders = 20;
    private const double Must = 2;

    /// <summary>Standard errors and part of the promise by which a week has to be worse to show it.</summary>
    private const double Surely = 4;
    private const double Clearly = 0.1;

    public static void Run(BenchReport report, CancellationToken cancellationToken)
    {
        var source = RealSource.Elec2;
        if (source.Missing is { } missing)
        {
            report.Add(new SkippedLine(JudgementBenchmark.Name, Name, missing));
            return;
        }

        BenchReport.Tell($"{Name}: as it was, and in {Orders} orders of chance");
        var table = source.Read();
        bool equal = source.IsAsCatalogued(table);
        int[] asItWas = [.. Enumerable.Range(0, table.Rows)];
        var (alarms, shown) = Follow(table, asItWas, cancellationToken);
        double weeks = alarms.Count > 0 && shown is { } week ? Math.Max(0, (alarms[0] + 1 - (7 * week)) / 7.0) : double.PositiveInfinity;
        report.Add(new BenchLine(JudgementBenchmark.Name, Name, "windows", "weeks of labels") { Ours = weeks, Equal = equal, Must = Must, Holds = weeks <= Must });

        double days = (table.Rows / RowsADay) - LearntDays - JudgedDays;
        int early = 0;
        for (int order = 0; order < Orders; order++)
            early += Follow(table, table.Shuffled(SplitMix64.ForReplicate(33, order)), cancellationToken).Alarms.Count;
        double aYear = early / (double)Orders / days * 365;
        double allowed = 2 * new FalseAlarmBudget(1, 1, TimeSpan.FromDays(7)).DaysShare * 365 / FalseAlarmBudget.QuarterDays;
        report.Add(new BenchLine(JudgementBenchmark.Name, $"{Name}.shuffled", "alarms_a_year", "alarms") { Ours = aYear, Equal = equal, Must = allowed, Holds = aYear <= allowed });
    }

    /// <summary>The days on which errors were told to have risen, and the first week whose labels show it; both are counted from the end of the judged rows.</summary>
    private static (List<int> Alarms, int? Shown) Follow(RealTable table, int[] order, CancellationToken cancellationToken)
    {
        int learnt = LearntDays * RowsADay;
        int judged = JudgedDays * RowsADay;
        double[] scores = table.Scores(order[..learnt], order[learnt..], 1, cancellationToken);
        double[] labels = table.LabelsOf(order[learnt..]);
        double[] sizes = [.. labels.Zip(scores, (label, score) => Math.Min(1, Losses.Log(label, score) / 5))];
        double mean = sizes.Take(judged).Average();
        double deviation = Math.Sqrt(sizes.Take(judged).Average(size => (size - mean) * (size - mean)));
        var promise = new ErrorLevel(mean, deviation, deviation / Math.Sqrt(judged));
        var confidence = ConfidenceLevel.Of(labels[..judged], scores[..judged], [.. Enumerable.Range(0, judged).Select(i => (long)i)])!;
        double threshold = new FalseAlarmBudget(1, 1, TimeSpan.FromDays(7)).CumulativeThreshold;

        var alarms = new List<int>();
        int? shown = null;
        var history = ErrorHistory.Start(1, promise, confidence);
        for (int day = 0; (day + 1) * RowsADay <= labels.Length - judged; day++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int from = judged + (day * RowsADay);
            bool hadRisen = history.HasRisen;
            history = history.After([.. Enumerable.Range(from, RowsADay).Select(row => new MaturedError(day, sizes[row], confidence.GapOf(labels[row], scores[row])))], day + 1, threshold);
            if (history.HasRisen && !hadRisen)
                alarms.Add(day);
            if (day % 7 == 6 && shown is null && IsWorse(sizes[(from - (6 * RowsADay))..(from + RowsADay)], promise))
                shown = day / 7;
        }

        return (alarms, shown);
    }

    private static bool IsWorse(double[] week, ErrorLevel promise)
    {
        double mean = week.Average();
        double error = Math.Sqrt((promise.Deviation * promise.Deviation / week.Length) + (promise.MeanError * promise.MeanError));
        return mean > promise.Mean * (1 + Clearly) && mean > promise.Mean + (Surely * error);
    }
}

using System.Globalization;
using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;

namespace Coppice.Bench.Judgement;

/// <summary>
/// How often 95 % intervals of a difference hold the true one, on real customers who come back month after month: who orders within 30 days, by two versions that know
/// different things. The truth is the difference over all customers that neither has learnt from; each interval knows 300 of them.
/// </summary>
internal static class RealCoverageCase
{
    private const string Log = "cdnow/CDNOW_master.txt";
    private const int Customers = 23_570;
    private const int Sampled = 300;
    private const int Intervals = 1_000;
    private const int Window = 30;
    private const int Months = 12;
    private static readonly DateOnly First = new(1997, 5, 1);
    private static readonly double Errors = Distributions.NormalQuantile(0.975);

    public static void Run(BenchReport report, CancellationToken cancellationToken)
    {
        string[] metrics = [MetricNames.LogLoss, MetricNames.Auc];
        if (Surroundings.Missing(Surroundings.Data(Log)) is { } missing)
        {
            foreach (string metric in metrics)
                report.Add(new SkippedLine(JudgementBenchmark.Name, $"real.interval.{metric}", missing));
            return;
        }

        BenchReport.Tell($"real.interval: {Intervals} times {Sampled} customers");
        var orders = Orders();
        int half = orders.Count / 2 * Months;
        var (all, little) = (Table(orders, knows: 4), Table(orders, knows: 2));
        int[] learnt = [.. Enumerable.Range(0, half)];
        int[] others = [.. Enumerable.Range(half, all.Rows - half)];
        double[] champion = little.Scores(learnt, others, 1, cancellationToken);
        double[] challenger = all.Scores(learnt, others, 2, cancellationToken);
        double[] labels = all.LabelsOf(others);
        foreach (string metric in metrics)
        {
            PairedComparison Compare(int[] rows, long[] of) =>
                new ScoreComparison(new LabelledRows([.. rows.Select(i => labels[i])], of), [.. rows.Select(i => champion[i])], [.. rows.Select(i => challenger[i])]).By(metric)!;
            int[] everybody = [.. Enumerable.Range(0, others.Length)];
            double truth = Compare(everybody, [.. everybody.Select(row => (long)(row / Months))]).Improvement;
            int covered = 0;
            for (int i = 0; i < Intervals; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var random = SplitMix64.ForReplicate(34, i);
                int[] customers = [.. Enumerable.Range(0, Sampled).Select(_ => (int)random.NextBelow(others.Length / Months))];
                int[] rows = [.. customers.SelectMany(c => Enumerable.Range(c * Months, Months))];
                var compared = Compare(rows, [.. rows.Select((_, place) => (long)(place / Months))]);
                covered += Math.Abs(compared.Improvement - truth) <= Errors * compared.StandardError ? 1 : 0;
            }

            double share = covered / (double)Intervals;
            report.Add(new BenchLine(JudgementBenchmark.Name, $"real.interval.{metric}", "coverage", "share") { Ours = share, Equal = orders.Count == Customers, Must = 0.93, Holds = share is >= 0.93 and <= 0.97 });
        }
    }

    /// <summary>Days of orders by customer, the customers in an order of chance.</summary>
    private static List<List<int>> Orders() =>
    [
        .. File.ReadLines(Surroundings.Data(Log)).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(cells => cells.Length == 4)
            .GroupBy(cells => cells[0], cells => DateOnly.ParseExact(cells[1], "yyyyMMdd", CultureInfo.InvariantCulture).DayNumber)
            .OrderBy(customer => HashBucket.Of("interval", customer.Key)).ThenBy(customer => customer.Key, StringComparer.Ordinal)
            .Select(customer => customer.Order().ToList()),
    ];

    /// <summary>A row for each customer and first of a month, with the first so many of what is known by then.</summary>
    private static RealTable Table(List<List<int>> orders, int knows)
    {
        var values = new List<float>(orders.Count * Months * knows);
        var labels = new List<double>(orders.Count * Months);
        foreach (var customer in orders)
        {
            for (int month = 0; month < Months; month++)
            {
                int now = First.AddMonths(month).DayNumber;
                var past = customer.TakeWhile(day => day < now).ToList();
                float[] known = [past.Count, past.Count(day => day >= now - 90), past.Count > 0 ? now - past[^1] : float.NaN, past.Count > 1 ? (past[^1] - past[0]) / (float)(past.Count - 1) : float.NaN];
                values.AddRange(known.AsSpan(0, knows));
                labels.Add(customer.Any(day => day >= now && day < now + Window) ? 1 : 0);
            }
        }

        return RealTable.Of([.. values], [.. labels]);
    }
}

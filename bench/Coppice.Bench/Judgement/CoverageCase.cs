using Coppice.Bench.Measurements;
using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;

namespace Coppice.Bench.Judgement;

/// <summary>How often 95 % intervals of a difference hold the true one, where customers come back: 300 customers with one to eleven rows each.</summary>
internal static class CoverageCase
{
    private const int Customers = 300;
    private const int MostRows = 11;
    private const int Intervals = 2_000;
    private const int Truths = 20_000;
    private const double Champion = 0.7;
    private const double Challenger = 0.6;

    private static readonly double Errors = Distributions.NormalQuantile(0.975);

    public static void Run(BenchReport report, CancellationToken cancellationToken)
    {
        foreach (string metric in (string[])[MetricNames.LogLoss, MetricNames.Auc])
        {
            BenchReport.Tell($"interval.{metric}");
            double covered = Covered(metric, cancellationToken);
            report.Add(new BenchLine(JudgementBenchmark.Name, $"interval.{metric}", "coverage", "share") { Ours = covered, Equal = true, Must = 0.93, Holds = covered is >= 0.93 and <= 0.97 });
        }
    }

    private static double Covered(string metric, CancellationToken cancellationToken)
    {
        // The metric's true difference: its mean over many such blocks, which none of the intervals knows.
        double truth = 0;
        int truths = metric == MetricNames.Auc ? Truths / 4 : Truths;
        for (int i = 0; i < truths; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            truth += Compare(metric, SplitMix64.ForReplicate(11, i)).Improvement / truths;
        }

        int covered = 0;
        for (int i = 0; i < Intervals; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var compared = Compare(metric, SplitMix64.ForReplicate(12, i));
            covered += Math.Abs(compared.Improvement - truth) <= Errors * compared.StandardError ? 1 : 0;
        }

        return covered / (double)Intervals;
    }

    private static PairedComparison Compare(string metric, SplitMix64 random)
    {
        long[] customers = [.. Enumerable.Range(0, Customers).SelectMany(c => Enumerable.Repeat((long)c, 1 + (int)random.NextBelow(MostRows)))];
        var (labels, scores) = new SimulatedWorld(random).Draw(customers, Champion, Challenger);
        return new ScoreComparison(new LabelledRows(labels, customers), scores[0], scores[1]).By(metric)!;
    }
}

using Coppice.Bench.Measurements;
using Coppice.Server.Evaluation;
using Coppice.Server.Evaluation.Estimates;
using Coppice.Server.Learners;
using Coppice.Server.Statistics;

namespace Coppice.Bench.Judgement;

/// <summary>How far quality estimated before labels is from what they bring, on real rows in an order of chance: a version learnt from some, its chances calibrated on others.</summary>
internal static class RealEstimateCase
{
    private const int Blocks = 200;
    private const double LearntShare = 0.4;
    private const int Waiting = 500;

    public static void Run(BenchReport report, CancellationToken cancellationToken)
    {
        string[] metrics = [MetricNames.Auc, MetricNames.LogLoss, MetricNames.Accuracy];
        foreach (var source in RealSource.All)
        {
            string name = $"real.cbpe.{source.Name}";
            if (source.Missing is { } missing)
            {
                report.Add(new SkippedLine(JudgementBenchmark.Name, name, missing));
                continue;
            }

            BenchReport.Tell($"{name}: {Blocks} blocks");
            var table = source.Read();
            double[] errors = new double[metrics.Length];
            for (int block = 0; block < Blocks; block++)
            {
                var (estimated, realised) = Draw(table, block, cancellationToken);
                for (int i = 0; i < metrics.Length; i++)
                {
                    var estimate = estimated.Estimates[metrics[i]];
                    errors[i] += Math.Abs(estimate.Value - realised.Values()[metrics[i]]!.Value) / estimate.StandardError / Blocks;
                }
            }

            for (int i = 0; i < metrics.Length; i++)
                report.Add(new BenchLine(JudgementBenchmark.Name, name, metrics[i], "standard_errors") { Ours = errors[i], Equal = source.IsAsCatalogued(table), Must = 1, Holds = errors[i] <= 1 });
        }
    }

    private static (EstimatedBinaryMetrics Estimated, BinaryMetrics Realised) Draw(RealTable table, int block, CancellationToken cancellationToken)
    {
        int[] order = table.Shuffled(SplitMix64.ForReplicate(32, block));
        int learnt = (int)(table.Rows * LearntShare);
        double[] scores = table.Scores(order[..learnt], order[learnt..], block, cancellationToken);
        double[] labels = table.LabelsOf(order[learnt..]);
        int matured = labels.Length - Waiting;
        double[] logOdds = [.. scores.Select(Logistic.LogOdds)];
        var calibration = CalibrationFit.OfProbabilities(logOdds.AsSpan(0, matured), labels.AsSpan(0, matured));
        double[] chances = [.. logOdds[matured..].Select(calibration.Apply)];
        double[] waiting = scores[matured..];
        var rows = new LabelledRows(labels[matured..], [.. Enumerable.Range(0, Waiting).Select(i => (long)i)]);
        return (EstimatedBinaryMetrics.Of(chances, waiting), BinaryMetrics.Of(rows, waiting, 0.5));
    }
}

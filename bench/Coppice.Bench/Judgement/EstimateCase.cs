using Coppice.Bench.Measurements;
using Coppice.Server.Evaluation;
using Coppice.Server.Evaluation.Estimates;
using Coppice.Server.Learners;
using Coppice.Server.Statistics;

namespace Coppice.Bench.Judgement;

/// <summary>How far quality that was estimated before labels came is from what they bring, where nothing has drifted.</summary>
internal static class EstimateCase
{
    private const int Seeds = 1_000;
    private const int Matured = 5_000;
    private const int Waiting = 1_000;
    private const double Noise = 0.7;

    public static void Run(BenchReport report, CancellationToken cancellationToken)
    {
        string[] metrics = [MetricNames.Auc, MetricNames.LogLoss, MetricNames.Accuracy];
        double[] errors = new double[metrics.Length];
        BenchReport.Tell("cbpe.error");
        for (int seed = 0; seed < Seeds; seed++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (estimated, realised) = Draw(SplitMix64.ForReplicate(13, seed));
            for (int i = 0; i < metrics.Length; i++)
            {
                var estimate = estimated.Estimates[metrics[i]];
                errors[i] += Math.Abs(estimate.Value - realised.Values()[metrics[i]]!.Value) / estimate.StandardError / Seeds;
            }
        }

        for (int i = 0; i < metrics.Length; i++)
            report.Add(new BenchLine(JudgementBenchmark.Name, "cbpe.error", metrics[i], "standard_errors") { Ours = errors[i], Equal = true, Must = 1, Holds = errors[i] <= 1 });
    }

    /// <summary>Chances are what labels that have matured make of the scores; the rows that wait are others.</summary>
    private static (EstimatedBinaryMetrics Estimated, BinaryMetrics Realised) Draw(SplitMix64 random)
    {
        var (labels, scores) = new SimulatedWorld(random).Draw(Matured + Waiting, Noise);
        double[] logOdds = [.. scores[0].Select(Logistic.LogOdds)];
        var calibration = CalibrationFit.OfProbabilities(logOdds.AsSpan(0, Matured), labels.AsSpan(0, Matured));
        double[] waiting = scores[0][Matured..];
        double[] chances = [.. logOdds[Matured..].Select(calibration.Apply)];
        var rows = new LabelledRows(labels[Matured..], [.. Enumerable.Range(0, Waiting).Select(i => (long)i)]);
        return (EstimatedBinaryMetrics.Of(chances, waiting), BinaryMetrics.Of(rows, waiting, 0.5));
    }
}

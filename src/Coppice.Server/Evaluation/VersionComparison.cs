using Coppice.Client;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>Two versions on the same rows, by every metric that tells them apart.</summary>
public static class VersionComparison
{
    private static readonly double TwoSided = Distributions.NormalQuantile(0.975);

    public static IReadOnlyList<MetricComparison> Of(PredictionKind kind, LabelledRows rows, double[] champion, double[] challenger)
    {
        if (rows.Count == 0)
            return [];
        var comparison = new ScoreComparison(rows, champion, challenger);
        string[] metrics = kind == PredictionKind.Probability
            ? [MetricNames.LogLoss, MetricNames.Auc, MetricNames.Brier, MetricNames.Accuracy]
            : [MetricNames.TweedieDeviance, MetricNames.NormalisedGini, MetricNames.MeanAbsoluteError, MetricNames.RootMeanSquaredError, MetricNames.R2];
        return
        [
            .. metrics.Select(comparison.By).OfType<PairedComparison>().Select(c =>
                new MetricComparison(c.Metric, c.Champion, c.Challenger, c.Improvement, TwoSided * c.StandardError, c.Resolvable)),
        ];
    }
}

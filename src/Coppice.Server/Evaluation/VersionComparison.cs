using Coppice.Client;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>Two versions on the same rows, by every metric that tells them apart.</summary>
public static class VersionComparison
{
    private static readonly string[] OfAmounts =
        [MetricNames.TweedieDeviance, MetricNames.NormalisedGini, MetricNames.MeanAbsoluteError, MetricNames.RootMeanSquaredError, MetricNames.R2];

    private static readonly double TwoSided = Distributions.NormalQuantile(0.975);

    public static IReadOnlyList<MetricComparison> Of(ModelDefinition model, LabelledRows rows, double[] champion, double[] challenger)
    {
        if (rows.Count == 0)
            return [];
        var comparison = new ScoreComparison(rows, champion, challenger);
        PairedComparison?[] compared = model.Predicts == PredictionKind.Probability
            ?
            [
                comparison.By(MetricNames.LogLoss),
                comparison.By(MetricNames.Auc),
                comparison.By(MetricNames.Brier),
                comparison.ByAccuracy(model.Costs?.Threshold ?? BinaryMetrics.DefaultThreshold),
                model.Costs is { } costs ? comparison.ByValue(costs) : null,
            ]
            : [.. OfAmounts.Select(comparison.By)];
        return [.. compared.OfType<PairedComparison>().Select(Describe)];
    }

    /// <summary>In the words of the wire.</summary>
    public static MetricComparison Describe(PairedComparison compared) =>
        new(compared.Metric, compared.Champion, compared.Challenger, compared.Improvement, TwoSided * compared.StandardError, compared.Resolvable);
}

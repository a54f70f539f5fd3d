using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Performance;

/// <summary>Metrics that are means of rows, and so can be followed answer by answer (methods 2.4).</summary>
internal static class RowErrors
{
    private static readonly (string Metric, Func<double, double, double?> Of)[] OfProbabilities =
    [
        (MetricNames.LogLoss, (label, score) => Losses.Log(label, score)),
        (MetricNames.Brier, (label, score) => Losses.Squared(label, score)),
        (MetricNames.Accuracy, (label, score) => score >= BinaryMetrics.DefaultThreshold == label > 0 ? 1 : 0),
    ];

    private static readonly (string Metric, Func<double, double, double?> Of)[] OfAmounts =
    [
        (MetricNames.TweedieDeviance, (label, score) => label >= 0 && score > 0 ? Losses.TweedieDeviance(label, score) : null),
        (MetricNames.MeanAbsoluteError, (label, score) => Losses.Absolute(label, score)),
    ];

    public static IReadOnlyList<(string Metric, Func<double, double, double?> Of)> Of(PredictionKind kind) =>
        kind == PredictionKind.Probability ? OfProbabilities : OfAmounts;
}

using Coppice.Server.Models;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>All metrics of one version on labelled rows.</summary>
public static class ModelMeasurement
{
    /// <summary>Measures a version's answers against the truth.</summary>
    /// <param name="kind">A probability or an amount.</param>
    /// <param name="rows">Truth and customers.</param>
    /// <param name="scores">The version's answers.</param>
    /// <param name="trainingMean">The constant it must beat.</param>
    public static ModelMetrics Of(PredictionKind kind, LabelledRows rows, double[] scores, double trainingMean) => kind == PredictionKind.Probability
        ? BinaryMetrics.Of(rows, scores, trainingMean)
        : AmountMetrics.Of(rows, scores, trainingMean);

    /// <summary>The same for a version that was trained here, with what it says beside its answers and what acting by them is worth.</summary>
    public static ModelMetrics Of(ModelDefinition model, LabelledRows rows, double[] scores, LoadedVersion version) => model switch
    {
        { Predicts: PredictionKind.Amount } => AmountMetrics.Of(rows, scores, version.Version.Prior, version.Calibration.Intervals, version.Version.ReadRecord().AmountCap),
        { Costs: { } costs } => BinaryMetrics.Of(rows, scores, version.Version.Prior, costs.Threshold).Valued(rows, scores, costs),
        _ => BinaryMetrics.Of(rows, scores, version.Version.Prior),
    };

    /// <summary>The metric shown first: ranking for a probability, what the top tenth holds for an amount.</summary>
    public static string Headline(PredictionKind kind) => kind == PredictionKind.Probability ? MetricNames.Auc : MetricNames.TopDecileShare;
}

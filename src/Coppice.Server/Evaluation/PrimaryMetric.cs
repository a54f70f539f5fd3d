using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>Which metric decides and which one guards beside it (methods 1.5).</summary>
public static class PrimaryMetric
{
    public static string Of(PredictionKind kind) => kind == PredictionKind.Probability ? MetricNames.LogLoss : MetricNames.TweedieDeviance;

    /// <summary>The same on rows: where the deviance of any of the versions is not defined, the absolute error decides.</summary>
    public static string Of(PredictionKind kind, LabelledRows rows, params ReadOnlySpan<double[]?> scores)
    {
        if (kind == PredictionKind.Probability)
            return MetricNames.LogLoss;
        foreach (double[]? each in scores)
        {
            if (each is not null && !DevianceIsDefined(rows, each))
                return MetricNames.MeanAbsoluteError;
        }

        return MetricNames.TweedieDeviance;
    }

    public static string CoGuardOf(PredictionKind kind) => kind == PredictionKind.Probability ? MetricNames.Auc : MetricNames.NormalisedGini;

    /// <summary>Tweedie deviance asks for labels of at least zero and predictions above it.</summary>
    public static bool DevianceIsDefined(LabelledRows rows, ReadOnlySpan<double> scores)
    {
        if (rows.HasNegativeLabels)
            return false;
        foreach (double score in scores)
        {
            if (score <= 0)
                return false;
        }
        return true;
    }
}

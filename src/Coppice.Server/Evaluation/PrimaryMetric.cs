using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>Which metric decides and which one guards beside it (methods 1.5).</summary>
public static class PrimaryMetric
{
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

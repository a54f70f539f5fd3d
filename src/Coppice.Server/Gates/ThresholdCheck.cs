using System.Globalization;
using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>Holds the threshold that follows from costs against the rows that judge (methods 7.3).</summary>
internal static class ThresholdCheck
{
    /// <summary>Null where the model has no costs.</summary>
    public static ActingThreshold? Of(ModelDefinition model, double[] labels, double[] scores)
    {
        if (model.Costs is not { } costs)
            return null;
        double threshold = costs.Threshold;
        if (ValueCurve.Best(labels, scores, costs) is not { } best)
            return new ActingThreshold(threshold, null, null);
        string? warning = Math.Abs(best - threshold) > ValueCurve.Far
            ? string.Create(CultureInfo.InvariantCulture, $"Costs say to act from {threshold:0.###} on; on {labels.Length:N0} labels acting from {best:0.###} on would have saved most. That is far apart: the probabilities are suspect, the threshold stays.")
            : null;
        return new ActingThreshold(threshold, best, warning);
    }
}

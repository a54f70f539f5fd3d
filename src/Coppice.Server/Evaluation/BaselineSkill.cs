using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>The share of a baseline's loss that a version removes, 1 - loss / loss of the baseline, on the same rows.</summary>
public static class BaselineSkill
{
    /// <summary>In Tweedie deviance, or in absolute error where that is undefined. Null without rows, and where the baseline makes no error.</summary>
    public static MetricEstimate? Of(LabelledRows rows, double[] scores, double[] baseline)
    {
        rows.RequireScores(scores, nameof(scores));
        rows.RequireScores(baseline, nameof(baseline));
        Func<double, double, double> loss = PrimaryMetric.DevianceIsDefined(rows, scores) && PrimaryMetric.DevianceIsDefined(rows, baseline)
            ? Losses.TweedieDeviance
            : Losses.Absolute;
        var ours = RowLosses.Of(rows, scores, loss);
        var theirs = RowLosses.Of(rows, baseline, loss);
        if (ours.Mean is not { } mean || theirs.Mean is not (> 0 and { } reference))
            return null;
        // A ratio of two means: the error of both counts, and their rows are the same.
        double share = mean / reference;
        var influences = new double[rows.Count];
        for (int row = 0; row < influences.Length; row++)
            influences[row] = ((share * theirs.OfRows[row]) - ours.OfRows[row]) / reference;
        return MetricEstimate.Of(1 - share, rows.Clusters.StandardErrorOfMean(influences));
    }
}

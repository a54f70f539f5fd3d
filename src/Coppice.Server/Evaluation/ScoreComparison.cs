using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>
/// Compares two score vectors on the same rows by one metric. Every error comes from per-row influences summed by customer
/// (methods 0.5): rows of one customer agree, and treating them as independent would promise too much.
/// </summary>
public sealed class ScoreComparison(LabelledRows rows, double[] champion, double[] challenger, double significanceLevel = 0.05)
{
    /// <summary>The metrics that can be compared.</summary>
    public static IReadOnlyList<string> Metrics { get; } =
    [
        MetricNames.LogLoss, MetricNames.Brier, MetricNames.Accuracy, MetricNames.Auc, MetricNames.RootMeanSquaredError,
        MetricNames.MeanAbsoluteError, MetricNames.R2, MetricNames.TweedieDeviance, MetricNames.NormalisedGini,
    ];

    /// <summary>Null when the metric is undefined on these rows.</summary>
    public PairedComparison? By(string metric) => metric switch
    {
        MetricNames.LogLoss => OfProbabilities().ByLoss(metric, Losses.Log),
        MetricNames.Brier => OfProbabilities().ByLoss(metric, Losses.Squared),
        MetricNames.Accuracy => ByAccuracy(BinaryMetrics.DefaultThreshold),
        MetricNames.Auc => OfProbabilities().ByAuc(),
        MetricNames.RootMeanSquaredError => OfScores().ByRootMeanSquaredError(),
        MetricNames.MeanAbsoluteError => OfScores().ByLoss(metric, Losses.Absolute),
        MetricNames.R2 => OfScores().ByR2(),
        MetricNames.TweedieDeviance => OfScores().ByDeviance(),
        MetricNames.NormalisedGini => OfScores().ByGini(),
        _ => throw new ArgumentException($"Versions are compared by one of {string.Join(", ", Metrics)}; found {metric}.", nameof(metric)),
    };

    public PairedComparison? ByAccuracy(double threshold)
    {
        PairedComparison? errors = OfProbabilities().ByLoss(MetricNames.Accuracy, (label, score) => score >= threshold == label > 0 ? 0 : 1);
        return errors is null ? null : errors with { Champion = 1 - errors.Champion, Challenger = 1 - errors.Challenger };
    }

    /// <summary>What acting by the scores saves per 1,000 customers, against waiting with everybody.</summary>
    public PairedComparison? ByValue(ActionCosts costs)
    {
        PairedComparison? losses = OfProbabilities().ByLoss(MetricNames.Value, (label, score) => -1_000 * costs.Saved(label, score));
        return losses is null ? null : losses with { Champion = 0 - losses.Champion, Challenger = 0 - losses.Challenger };
    }

    private ScoreComparison OfProbabilities()
    {
        rows.RequireProbabilities(champion, nameof(champion));
        rows.RequireProbabilities(challenger, nameof(challenger));
        return this;
    }

    private ScoreComparison OfScores()
    {
        rows.RequireScores(champion, nameof(champion));
        rows.RequireScores(challenger, nameof(challenger));
        return this;
    }

    private PairedComparison? ByDeviance() =>
        PrimaryMetric.DevianceIsDefined(rows, champion) && PrimaryMetric.DevianceIsDefined(rows, challenger)
            ? ByLoss(MetricNames.TweedieDeviance, Losses.TweedieDeviance)
            : null;

    private PairedComparison? ByLoss(string metric, Func<double, double, double> loss)
    {
        RowLosses ours = RowLosses.Of(rows, champion, loss);
        RowLosses theirs = RowLosses.Of(rows, challenger, loss);
        if (ours.Mean is not { } championMean || theirs.Mean is not { } challengerMean)
            return null;
        double improvement = championMean - challengerMean;
        var influences = new double[rows.Count];
        for (int row = 0; row < influences.Length; row++)
            influences[row] = ours.OfRows[row] - theirs.OfRows[row] - improvement;
        return FromMean(metric, championMean, challengerMean, improvement, influences);
    }

    private PairedComparison? ByAuc()
    {
        if (AucPlacements.Of(rows, champion) is not { } ours || AucPlacements.Of(rows, challenger) is not { } theirs)
            return null;
        double? error = null;
        if (rows is { Positives: > 1, Negatives: > 1 })
        {
            var influences = new double[rows.Count];
            var championInfluences = new double[rows.Count];
            theirs.WriteInfluences(rows, influences);
            ours.WriteInfluences(rows, championInfluences);
            for (int row = 0; row < influences.Length; row++)
                influences[row] -= championInfluences[row];
            error = rows.Clusters.StandardErrorOfSum(influences);
        }
        return PairedComparison.FromError(MetricNames.Auc, ours.Auc, theirs.Auc, theirs.Auc - ours.Auc, error, rows.Count, significanceLevel);
    }

    private PairedComparison? ByRootMeanSquaredError()
    {
        RowLosses ours = RowLosses.Of(rows, champion, Losses.Squared);
        RowLosses theirs = RowLosses.Of(rows, challenger, Losses.Squared);
        if (ours.Mean is not { } championMean || theirs.Mean is not { } challengerMean)
            return null;
        double championRoot = Math.Sqrt(championMean);
        double challengerRoot = Math.Sqrt(challengerMean);
        double improvement = championRoot - challengerRoot;
        if (championRoot == 0 || challengerRoot == 0)
        {
            return PairedComparison.FromError(
                MetricNames.RootMeanSquaredError, championRoot, challengerRoot, improvement, null, rows.Count, significanceLevel);
        }
        var influences = new double[rows.Count];
        for (int row = 0; row < influences.Length; row++)
        {
            influences[row] = ((ours.OfRows[row] - championMean) / (2 * championRoot))
                - ((theirs.OfRows[row] - challengerMean) / (2 * challengerRoot));
        }
        return FromMean(MetricNames.RootMeanSquaredError, championRoot, challengerRoot, improvement, influences);
    }

    private PairedComparison? ByR2()
    {
        RowLosses ours = RowLosses.Of(rows, champion, Losses.Squared);
        RowLosses theirs = RowLosses.Of(rows, challenger, Losses.Squared);
        if (rows.Mean is not { } mean || ours.Mean is not { } championMean || theirs.Mean is not { } challengerMean)
            return null;
        double variance = 0;
        foreach (double label in rows.Labels)
            variance += Losses.Squared(label, mean);
        variance /= rows.Count;
        if (variance == 0)
            return null;
        double improvement = (championMean - challengerMean) / variance;
        var influences = new double[rows.Count];
        for (int row = 0; row < influences.Length; row++)
        {
            double spread = Losses.Squared(rows.Labels[row], mean) - variance;
            influences[row] = (ours.OfRows[row] - theirs.OfRows[row] - (championMean - challengerMean) - (improvement * spread)) / variance;
        }
        return FromMean(MetricNames.R2, 1 - (championMean / variance), 1 - (challengerMean / variance), improvement, influences);
    }

    private PairedComparison? ByGini()
    {
        if (Gini.Of(rows, champion) is not { } ours || Gini.Of(rows, challenger) is not { } theirs)
            return null;
        var influences = new double[rows.Count];
        for (int row = 0; row < influences.Length; row++)
            influences[row] = theirs.Influences[row] - ours.Influences[row];
        return FromMean(MetricNames.NormalisedGini, ours.Value, theirs.Value, theirs.Value - ours.Value, influences);
    }

    private PairedComparison FromMean(string metric, double ours, double theirs, double improvement, double[] influences) =>
        PairedComparison.FromError(metric, ours, theirs, improvement, rows.Clusters.StandardErrorOfMean(influences), rows.Count, significanceLevel);
}

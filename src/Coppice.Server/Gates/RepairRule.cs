using Coppice.Server.Evaluation;

namespace Coppice.Server.Gates;

/// <summary>
/// Which rung of a repair wins (decision 0024). All are judged on the same rows, so each gets its share of the significance level: with that, the
/// chance that any of them is promoted without being better stays what it is for one challenger, however their scores hang together.
/// </summary>
/// <param name="rows">The rows that judge.</param>
/// <param name="promised">What the champion was promoted with.</param>
/// <param name="options">The bounds of each rung, see <see cref="Share"/>.</param>
public sealed class RepairRule(LabelledRows rows, PromisedLevel promised, GateOptions options)
{
    /// <summary>The bounds of one rung out of so many that may be judged on the same rows.</summary>
    public static GateOptions Share(GateOptions options, int rungs)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rungs);
        return options with { SignificanceLevel = options.SignificanceLevel / rungs };
    }

    /// <summary>Whether dearer rungs are spared: this one keeps what was promised, or the rows are too few to judge any.</summary>
    public bool EndsWith(Judgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        return judgement.Decision.Reason == DecisionReasons.InsufficientLabels || Restores(judgement);
    }

    /// <summary>Whether it passes the gates and keeps what was promised.</summary>
    public bool Restores(Judgement judgement) => Passes(judgement) && promised.IsKeptBy(judgement.Metrics);

    /// <summary>The place of the cheapest rung that passes the gates and that the best of those does not surely and by more than the margin surpass; null where none passes.</summary>
    /// <param name="tried">The cheapest first.</param>
    public int? Winner(IReadOnlyList<Judgement> tried)
    {
        ArgumentNullException.ThrowIfNull(tried);
        int[] passing = [.. Enumerable.Range(0, tried.Count).Where(i => Passes(tried[i]))];
        if (passing.Length == 0)
            return null;
        int best = passing.MaxBy(i => Gain(tried[i]));
        return passing.First(i => i == best || !IsSurpassed(tried[i], tried[best]));
    }

    /// <summary>The place of the rung that comes nearest to being enough, where none passes.</summary>
    public static int Nearest(IReadOnlyList<Judgement> tried) => Enumerable.Range(0, tried.Count).MaxBy(i => Gain(tried[i]));

    /// <summary>How much better by the primary metric <paramref name="other"/> is, on the same rows.</summary>
    public PairedComparison? Between(Judgement judgement, Judgement other) =>
        new ScoreComparison(rows, judgement.Scores, other.Scores, options.SignificanceLevel).By(judgement.Primary!.Metric);

    private static bool Passes(Judgement judgement) => judgement.Decision.Outcome == DecisionOutcome.Promote;

    private static double Gain(Judgement judgement) => judgement.Primary?.Improvement ?? double.NegativeInfinity;

    // The best was picked for being best, so it looks better than it is: what costs more has to show that it is.
    private bool IsSurpassed(Judgement judgement, Judgement best)
    {
        if (Between(judgement, best) is not { } difference)
            return true;
        double? sure = options.Evidence == Evidence.PointEstimate ? difference.Improvement : difference.LowerBound;
        return sure > 0 && difference.Improvement > options.NonInferiorityMargin * Math.Abs(difference.Champion);
    }
}

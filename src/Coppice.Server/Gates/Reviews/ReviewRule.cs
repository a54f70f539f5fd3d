using Coppice.Server.Evaluation;

namespace Coppice.Server.Gates.Reviews;

/// <summary>
/// Whether a decision was right, by labels that came after it: right where the side that won is surely no worse by more than the margin, wrong where it
/// is surely worse and may be so by more. A decision between equals was right whichever way it fell.
/// </summary>
public static class ReviewRule
{
    /// <summary>One-sided; both bounds together make a 95 % interval.</summary>
    public const double SignificanceLevel = 0.025;

    /// <summary>One of <see cref="ReviewVerdicts"/>.</summary>
    /// <param name="comparison">The side that lost as the one in use, the side that won as the one on trial.</param>
    /// <param name="margin">How much worse still counts as no worse, as a share of the loser's metric.</param>
    public static string Of(PairedComparison comparison, double margin)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        if (comparison.LowerBound > -margin * Math.Abs(comparison.Champion))
            return ReviewVerdicts.Right;
        return comparison.UpperBound < 0 ? ReviewVerdicts.Wrong : ReviewVerdicts.CannotTell;
    }
}

namespace Coppice.Client;

/// <summary>Champion and challenger on rows of a quarter of the past that neither has learnt from.</summary>
/// <param name="Era">The quarter, such as <c>2025 Q3</c>.</param>
/// <param name="Rows">Rows compared on.</param>
/// <param name="Positives">How many are positive (for an amount: above zero).</param>
/// <param name="Compared">By the primary metric.</param>
/// <param name="Counts">False where the era ended before a confirmed drift of labels or errors began: it is reported and rejects nobody.</param>
/// <param name="PValue">How surprising the fall would be if it were no larger than allowed, raised for everything of the past that was looked at; null where the era does not count.</param>
public sealed record EraResponse(string Era, long Rows, long Positives, MetricComparison Compared, bool Counts, double? PValue)
{
    /// <summary>Groups of customers within it that were large enough to tell, the largest first.</summary>
    public IReadOnlyList<EraSegmentResponse> Segments { get; init; } = [];
}

namespace Coppice.Client;

/// <summary>Champion and challenger on a group of customers in a quarter of the past.</summary>
/// <param name="Segment">The group, such as <c>profile country = FR</c>.</param>
/// <param name="Rows">Rows compared on.</param>
/// <param name="Compared">By the primary metric.</param>
/// <param name="PValue">How surprising the fall would be if it were no larger than allowed, raised for everything of the past that was looked at; null where the era does not count.</param>
public sealed record EraSegmentResponse(string Segment, long Rows, MetricComparison Compared, double? PValue);

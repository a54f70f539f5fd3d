namespace Coppice.Client;

/// <summary>Two versions on a group of customers.</summary>
/// <param name="Name">The group, such as <c>profile country = FR</c>.</param>
/// <param name="Rows">Rows of it.</param>
/// <param name="Metric">Stable name.</param>
/// <param name="Champion">The champion's value.</param>
/// <param name="Challenger">This version's.</param>
/// <param name="Improvement">Positive means this version is better, whatever the metric's direction.</param>
/// <param name="HalfWidth">Half the width of the 95 % interval of that.</param>
public sealed record SegmentFigures(string Name, long Rows, string Metric, double Champion, double Challenger, double Improvement, double? HalfWidth);

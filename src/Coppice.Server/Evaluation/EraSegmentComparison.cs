namespace Coppice.Server.Evaluation;

/// <summary>Two versions on the rows of one segment in one era of the past.</summary>
/// <param name="Name">The segment.</param>
/// <param name="Compared">By the primary metric.</param>
/// <param name="Harm">How surprising the fall would be if it were no larger than allowed, raised for everything of the past that is looked at; null where the era no longer counts.</param>
public sealed record EraSegmentComparison(string Name, PairedComparison Compared, double? Harm);

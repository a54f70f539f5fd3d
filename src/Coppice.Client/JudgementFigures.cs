namespace Coppice.Client;

/// <summary>How a version was judged.</summary>
/// <param name="At">When.</param>
/// <param name="Decision"><c>promoted</c>, <c>held</c> or <c>rejected</c>.</param>
/// <param name="Code">The stable reason.</param>
/// <param name="Sentence">The decision for people.</param>
/// <param name="Against">The champion it was held against; null for the first.</param>
/// <param name="From">The earliest of the rows it was judged on; none of them was learnt from.</param>
/// <param name="Until">The latest of them.</param>
/// <param name="Rows">How many.</param>
/// <param name="Positives">How many came true (for an amount: above zero).</param>
/// <param name="RowsHash">SHA-256 of the list of those rows.</param>
/// <param name="SignificanceLevel">How sure the decision had to be.</param>
/// <param name="Comparisons">Champion against this version on the same rows.</param>
/// <param name="Verdicts">One per gate, in order.</param>
/// <param name="MeanChange">Mean absolute change of scores against the champion.</param>
/// <param name="DecileChanges">How many customers change decile.</param>
/// <param name="Tenths">Predicted beside actual by tenths of the rows, lowest predictions first; empty in decisions older than this was kept.</param>
/// <param name="Segments">Groups of customers that were large enough to tell; empty for the first version.</param>
public sealed record JudgementFigures(
    DateTimeOffset At,
    string Decision,
    string Code,
    string Sentence,
    string? Against,
    DateTimeOffset From,
    DateTimeOffset Until,
    long Rows,
    long Positives,
    string RowsHash,
    double SignificanceLevel,
    IReadOnlyList<MetricComparison> Comparisons,
    IReadOnlyList<VerdictResponse> Verdicts,
    double? MeanChange,
    long? DecileChanges,
    IReadOnlyList<DecileResponse> Tenths,
    IReadOnlyList<SegmentFigures> Segments)
{
    /// <summary>What the change does to those who act on scores, without names; null for the first version.</summary>
    public ShockResponse? Shock { get; init; }

    /// <summary>What it remembers of the past, oldest era first; empty where no era has enough rows.</summary>
    public IReadOnlyList<EraResponse> Eras { get; init; } = [];

    /// <summary>What it takes to answer, beside the champion; null in decisions older than this.</summary>
    public FootprintResponse? Footprint { get; init; }

    /// <summary>What was tried where the run repaired, the cheapest first; null in other runs.</summary>
    public IReadOnlyList<RungResult>? Repair { get; init; }
}

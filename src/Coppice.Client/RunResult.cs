namespace Coppice.Client;

/// <summary>What a run made and what was decided about it.</summary>
/// <param name="Version">The version made, such as <c>4.3</c>; in a comparison the champion.</param>
/// <param name="Against">The champion it was judged against; null for the first, and where nothing could be compared yet.</param>
/// <param name="Decision"><c>promoted</c>, <c>held</c>, <c>rejected</c>, or <c>compared</c> where nothing was made.</param>
/// <param name="Code">The stable reason: <c>superior</c>, <c>noninferior_fresh</c>, <c>first</c>, <c>insufficient_labels</c>, <c>bad_data</c>, <c>floor</c>, <c>no_skill</c>, <c>max_drop</c>, <c>prediction_drift</c>, <c>score_shock</c>, <c>segment</c>, <c>forgotten</c>, <c>miscalibrated</c>, <c>footprint</c>, <c>inferior</c>, <c>inconclusive</c>; of a comparison <c>holds</c>, <c>surpassed</c> or <c>not_enough_data</c>.</param>
/// <param name="Sentence">The decision for people.</param>
/// <param name="TrainingRows">Rows it learnt from.</param>
/// <param name="NewRows">How many of them its parent had not seen.</param>
/// <param name="BlockRows">Fresh labels it was judged on.</param>
/// <param name="BlockPositives">How many of them were positive (for an amount: above zero).</param>
/// <param name="Metrics">The challenger's own metrics on the fresh block by stable name; null where undefined.</param>
/// <param name="Comparisons">Champion against challenger on the same rows.</param>
/// <param name="Verdicts">One per gate, in order.</param>
/// <param name="MeanChange">Mean absolute change of scores against the champion.</param>
/// <param name="DecileChanges">How many customers change decile.</param>
/// <param name="Steps">Seconds per step, in order.</param>
public sealed record RunResult(
    string Version,
    string? Against,
    string Decision,
    string Code,
    string Sentence,
    long TrainingRows,
    long NewRows,
    long BlockRows,
    long BlockPositives,
    IReadOnlyDictionary<string, double?> Metrics,
    IReadOnlyList<MetricComparison> Comparisons,
    IReadOnlyList<VerdictResponse> Verdicts,
    double? MeanChange,
    long? DecileChanges,
    IReadOnlyList<StepSeconds> Steps)
{
    /// <summary>Bands of the metrics that have one, by stable name.</summary>
    public IReadOnlyDictionary<string, MetricBand> Bands { get; init; } = new Dictionary<string, MetricBand>();

    /// <summary>Of amounts: predicted beside actual by tenths, lowest predictions first; null for probabilities.</summary>
    public IReadOnlyList<DecileResponse>? Deciles { get; init; }

    /// <summary>Where the version acts from; null where the model has no costs.</summary>
    public ActingThreshold? Threshold { get; init; }

    /// <summary>In a repair, what was tried, the cheapest first; null in other runs.</summary>
    public IReadOnlyList<RungResult>? Repair { get; init; }

    /// <summary>Who moves against the champion, without names; null without a champion and in comparisons.</summary>
    public ShockResponse? Shock { get; init; }

    /// <summary>What it remembers of the past, oldest era first; empty where no era has enough rows that neither version has seen.</summary>
    public IReadOnlyList<EraResponse> Eras { get; init; } = [];

    /// <summary>What the version takes to answer; null in comparisons.</summary>
    public FootprintResponse? Footprint { get; init; }

    /// <summary>The share of the customers that a promoted version answers at first, where it takes over step by step; null where it answers all at once.</summary>
    public double? FirstShare { get; init; }

    /// <summary>What was noticed about the rows the challenger learnt from.</summary>
    public IReadOnlyList<QualityFinding> DataFindings { get; init; } = [];

    /// <summary>In a comparison, every version that was held against the champion; null in other runs.</summary>
    public IReadOnlyList<RivalResult>? Rivals { get; init; }
}

/// <summary>One metric of two versions on the same rows.</summary>
/// <param name="Metric">Stable name.</param>
/// <param name="Champion">The champion's value (in a comparison of two named versions: the first's).</param>
/// <param name="Challenger">The challenger's value (the second's).</param>
/// <param name="Improvement">Positive means the challenger is better, whatever the metric's direction.</param>
/// <param name="HalfWidth">Half the width of the 95 % interval of the improvement, clustered by customer.</param>
/// <param name="Resolvable">The smallest difference these rows can resolve with power 80 %.</param>
public sealed record MetricComparison(string Metric, double? Champion, double? Challenger, double? Improvement, double? HalfWidth, double? Resolvable);

/// <summary>What a gate says.</summary>
/// <param name="Gate">Its name.</param>
/// <param name="Code">Its documented code, such as <c>COP-GATE-003</c>.</param>
/// <param name="Outcome"><c>passed</c>, <c>failed</c>, <c>not_enough_data</c>, <c>not_applicable</c> or <c>overridden</c>.</param>
/// <param name="Measured">The value measured.</param>
/// <param name="Bound">The bound it was held against.</param>
/// <param name="Sentence">The verdict for people.</param>
public sealed record VerdictResponse(string Gate, string Code, string Outcome, double? Measured, double? Bound, string Sentence)
{
    /// <summary>Who let the version past this gate; null where nobody did.</summary>
    public OverrideResponse? Override { get; init; }
}

/// <summary>How long a step took.</summary>
public sealed record StepSeconds(string Step, double Seconds);

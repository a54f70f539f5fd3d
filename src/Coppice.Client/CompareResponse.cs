namespace Coppice.Client;

/// <summary>Two versions on the same rows, none of which either has learnt from.</summary>
/// <param name="Model">The model.</param>
/// <param name="First">The first version named.</param>
/// <param name="Second">The second.</param>
/// <param name="Rows">Rows compared on.</param>
/// <param name="Positives">How many are positive (for an amount: above zero).</param>
/// <param name="From">Earliest time among the rows.</param>
/// <param name="Until">Latest time among the rows.</param>
/// <param name="Comparisons">Metric by metric; an improvement above zero favours the second.</param>
/// <param name="MeanChange">Mean absolute change of scores.</param>
/// <param name="DecileChanges">How many customers change decile.</param>
/// <param name="Sentence">The result for people.</param>
public sealed record CompareResponse(
    string Model,
    string First,
    string Second,
    long Rows,
    long Positives,
    DateTimeOffset From,
    DateTimeOffset Until,
    IReadOnlyList<MetricComparison> Comparisons,
    double? MeanChange,
    long? DecileChanges,
    string Sentence)
{
    /// <summary>Features the second has and the first has not.</summary>
    public IReadOnlyList<string> AddedFeatures { get; init; } = [];

    /// <summary>Features the first has and the second has not.</summary>
    public IReadOnlyList<string> RemovedFeatures { get; init; } = [];

    /// <summary>The features whose importance differs most between the two, on these rows.</summary>
    public IReadOnlyList<ImportanceMove> Moved { get; init; } = [];

    /// <summary>Who would move from the first to the second; null where nobody can be scored.</summary>
    public ShockResponse? Shock { get; init; }

    /// <summary>What each of the two achieved by itself, the first first.</summary>
    public IReadOnlyList<MeasuredVersion> Measured { get; init; } = [];
}

/// <summary>One version on labelled rows.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Metrics">By stable name; null where undefined.</param>
/// <param name="Bands">Of the metrics that have one.</param>
/// <param name="Deciles">Of amounts: predicted beside actual by tenths, lowest predictions first; null for probabilities.</param>
public sealed record MeasuredVersion(
    string Version,
    IReadOnlyDictionary<string, double?> Metrics,
    IReadOnlyDictionary<string, MetricBand> Bands,
    IReadOnlyList<DecileResponse>? Deciles)
{
    /// <summary>Who let it past its gates; null where nobody did.</summary>
    public OverrideResponse? Override { get; init; }
}

namespace Coppice.Client;

/// <summary>One immutable fit of a model.</summary>
/// <param name="Version">Its number: <c>2.1</c> is the first incremental update on top of the second full retrain.</param>
/// <param name="Model">The model.</param>
/// <param name="Role"><c>champion</c>, <c>challenger</c> while it takes over, <c>previous</c>, <c>anchor</c>, <c>candidate</c>, or <c>pruned</c> where only its numbers are left.</param>
/// <param name="Learner">The recipe that made it.</param>
/// <param name="Strategy"><c>full</c>, <c>refresh</c>, <c>grow</c>, or of a repair <c>recalibrate</c> or <c>leaves</c>.</param>
/// <param name="Parent">The version it was updated from.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="TrainedUntil">The newest time among the rows it, or any version it grew from, has learnt from.</param>
/// <param name="TrainingRows">Rows it learnt from.</param>
/// <param name="Seconds">Time the run took.</param>
/// <param name="Trees">Trees in it.</param>
/// <param name="SizeBytes">Size of the model.</param>
/// <param name="Features">Number of input columns.</param>
/// <param name="AddedFeatures">Columns the champion at the time did not have.</param>
/// <param name="RemovedFeatures">Columns it had and this one does not.</param>
/// <param name="Decision">What was decided about it, and <paramref name="DecisionCode"/> why.</param>
/// <param name="DecisionCode">The stable reason.</param>
/// <param name="BlockRows">Fresh labels it was judged on.</param>
/// <param name="Metrics">Its metrics on them by stable name; null where undefined.</param>
/// <param name="Importance">The features that move its scores most, largest first.</param>
public sealed record VersionResponse(
    string Version,
    string Model,
    string Role,
    string Learner,
    string Strategy,
    string? Parent,
    DateTimeOffset CreatedAt,
    DateTimeOffset TrainedUntil,
    long TrainingRows,
    double Seconds,
    int Trees,
    long SizeBytes,
    int Features,
    IReadOnlyList<string> AddedFeatures,
    IReadOnlyList<string> RemovedFeatures,
    string? Decision,
    string? DecisionCode,
    long BlockRows,
    IReadOnlyDictionary<string, double?> Metrics,
    IReadOnlyList<FeatureImportance> Importance)
{
    /// <summary>Bands of the metrics that have one, by stable name.</summary>
    public IReadOnlyDictionary<string, MetricBand> Bands { get; init; } = new Dictionary<string, MetricBand>();

    /// <summary>Of amounts: predicted beside actual by tenths, lowest predictions first; null for probabilities.</summary>
    public IReadOnlyList<DecileResponse>? Deciles { get; init; }

    /// <summary>The companion that answers tables until the version has; null where it has none.</summary>
    public CompanionResponse? Quick { get; init; }

    /// <summary>Every setting it was fitted with, ready for <c>recipes</c> in the definition file; null in a version older than recipes.</summary>
    public string? Recipe { get; init; }

    /// <summary>When the search was that its recipe is from; null where the definition file gave it.</summary>
    public DateTimeOffset? Tuned { get; init; }

    /// <summary>What was noticed about the rows it learnt from.</summary>
    public IReadOnlyList<QualityFinding> DataFindings { get; init; } = [];

    /// <summary>Whether it is kept from being pruned.</summary>
    public bool Pinned { get; init; }

    /// <summary>What each gate said when it was judged, in order, and which of them a person has let it past since; empty where it was never judged.</summary>
    public IReadOnlyList<VerdictResponse> Verdicts { get; init; } = [];

    /// <summary>What it takes to answer, as measured when it was judged; null where nobody has.</summary>
    public FootprintResponse? Footprint { get; init; }

    /// <summary>Who let it past its gates; null where nobody did.</summary>
    public OverrideResponse? Override { get; init; }

    /// <summary>Its promotion that waits for a second person; null where none does.</summary>
    public ProposalResponse? Proposal { get; init; }

    /// <summary>The features whose importance differs most from what it was in the champion at the time; empty where there was none.</summary>
    public IReadOnlyList<ImportanceMove> Moved { get; init; } = [];
}

/// <summary>The quick fit beside a version, learnt from the same rows and inputs.</summary>
/// <param name="Learner">The recipe that made it.</param>
/// <param name="Trees">Trees in it.</param>
/// <param name="SizeBytes">Size of the model.</param>
/// <param name="Metrics">Its metrics on the fresh labels its version was judged on, by stable name; null where undefined.</param>
public sealed record CompanionResponse(string Learner, int Trees, long SizeBytes, IReadOnlyDictionary<string, double?> Metrics);

/// <summary>How much a feature moves the score, on average over a sample of rows.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="MeanAbsoluteContribution">In log-odds for a probability, in the logarithm of the amount for an amount.</param>
/// <param name="Words">The feature for people.</param>
public sealed record FeatureImportance(string Feature, double MeanAbsoluteContribution, string Words);

/// <summary>The importance of a feature in two versions; 0 where the version does not use it.</summary>
public sealed record ImportanceMove(string Feature, string Words, double First, double Second);

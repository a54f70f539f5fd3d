using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Gates;

/// <summary>What was measured for a decision.</summary>
public sealed record DecisionReport(
    string Sentence,
    IReadOnlyDictionary<string, double?> Metrics,
    IReadOnlyDictionary<string, MetricEstimate> Estimates,
    IReadOnlyList<MetricComparison> Comparisons,
    IReadOnlyList<VerdictResponse> Verdicts,
    double? MeanChange,
    long? DecileChanges,
    double SignificanceLevel)
{
    /// <summary>Of amounts; null for probabilities.</summary>
    public IReadOnlyList<DecileResponse>? Deciles { get; init; }

    /// <summary>Where the version acts from; null where nothing says what acting costs.</summary>
    public ActingThreshold? Threshold { get; init; }

    /// <summary>What was tried where the run repaired, the cheapest first; null in other runs.</summary>
    public IReadOnlyList<RungResult>? Repair { get; init; }

    /// <summary>Who moved, without names; null without a champion.</summary>
    public ShockResponse? Shock { get; init; }

    /// <summary>What it remembered of the past, oldest era first.</summary>
    public IReadOnlyList<EraResponse> Eras { get; init; } = [];

    /// <summary>What it took to answer; null in decisions older than the gate.</summary>
    public FootprintResponse? Footprint { get; init; }

    /// <summary>What was said beside what came true, by tenths of the rows, lowest scores first; null in decisions older than this.</summary>
    public IReadOnlyList<DecileResponse>? Tenths { get; init; }

    /// <summary>Groups of customers that were large enough to tell; null in decisions older than this.</summary>
    public IReadOnlyList<SegmentFigures>? Segments { get; init; }

    /// <summary>Metrics of the companion on the same rows; null where there is none.</summary>
    public IReadOnlyDictionary<string, double?>? Quick { get; init; }

    /// <summary>What a version was promoted with: the worse end of a metric's interval on the rows that decided; null where it was not recorded.</summary>
    public double? Promised(PredictionKind kind, string metric)
    {
        if (Estimates.GetValueOrDefault(metric) is not { } estimate || MetricDefinition.Find(kind, metric) is not { } definition)
            return null;
        return definition.Direction == MetricDirection.Lower ? estimate.Upper : estimate.Lower;
    }
}

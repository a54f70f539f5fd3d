using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Evaluation;

namespace Coppice.Server.Gates;

/// <summary>A decision as stored.</summary>
public sealed record DecisionRecord
{
    public long Id { get; init; }

    public required long ModelId { get; init; }

    public required long RunId { get; init; }

    public required long VersionId { get; init; }

    public required long? ChampionId { get; init; }

    public required long? AnchorId { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required string Decision { get; init; }

    public required string Code { get; init; }

    public required long BlockFrom { get; init; }

    public required long BlockUntil { get; init; }

    public required long BlockRows { get; init; }

    public required long BlockPositives { get; init; }

    /// <summary>Label numbers of the block.</summary>
    public required string BlockHash { get; init; }

    /// <summary>1 where the block has decided: its rows may now be learnt from and never judge again.</summary>
    public required long Spent { get; init; }

    /// <summary>JSON: see <see cref="DecisionReport"/>.</summary>
    public required string Report { get; init; }

    public DecisionReport ReadReport() => JsonSerializer.Deserialize<DecisionReport>(Report, CoppiceJson.Options)!;
}

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

    /// <summary>What was tried where the run repaired, the cheapest first; null in other runs.</summary>
    public IReadOnlyList<RungResult>? Repair { get; init; }

    /// <summary>Who moved, without names; null without a champion.</summary>
    public ShockResponse? Shock { get; init; }

    /// <summary>What it took to answer; null in decisions older than the gate.</summary>
    public FootprintResponse? Footprint { get; init; }

    /// <summary>Metrics of the companion on the same rows; null where there is none.</summary>
    public IReadOnlyDictionary<string, double?>? Quick { get; init; }
}

using System.Text.Json;
using Coppice.Client;

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

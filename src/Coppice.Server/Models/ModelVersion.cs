using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Models;

/// <summary>One immutable fit as stored.</summary>
public sealed record ModelVersion
{
    public long Id { get; init; }

    public required long ModelId { get; init; }

    public required int Major { get; init; }

    public required int Minor { get; init; }

    public required long? ParentId { get; init; }

    public required long RunId { get; init; }

    public required long TrainingSetId { get; init; }

    public required string Learner { get; init; }

    public required string Strategy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Newest as-of time among the rows this version, or one it grew from, has seen.</summary>
    public required long Watermark { get; init; }

    /// <summary>The label numbers of those rows.</summary>
    public required string LineageHash { get; init; }

    public required long StructuralRows { get; init; }

    public required double Seconds { get; init; }

    public required int Trees { get; init; }

    public required string PipelineHash { get; init; }

    public required string ModelHash { get; init; }

    public required string CoreHash { get; init; }

    /// <summary>See <see cref="GoldenRows"/>; null where the version has none.</summary>
    public string? GoldenHash { get; init; }

    /// <summary>JSON.</summary>
    public required string Calibration { get; init; }

    public required double Prior { get; init; }

    /// <summary>JSON: see <see cref="VersionRecord"/>.</summary>
    public required string Record { get; init; }

    /// <summary>1 where a person wants it kept.</summary>
    public long Pinned { get; init; }

    /// <summary>When its artifacts were let go of; null where they are there.</summary>
    public DateTimeOffset? PrunedAt { get; init; }

    public VersionNumber Number => new(Major, Minor);

    public VersionRecord ReadRecord() => JsonSerializer.Deserialize<VersionRecord>(Record, CoppiceJson.Options)!;
}

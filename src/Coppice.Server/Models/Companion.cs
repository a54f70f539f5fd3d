using System.Text.Json;
using Coppice.Client;

namespace Coppice.Server.Models;

/// <summary>
/// The quick fit beside a version, as stored. It learnt from the rows and inputs of its version, so pipeline, lineage and prior are the
/// version's own.
/// </summary>
public sealed record Companion
{
    public required long VersionId { get; init; }

    /// <summary>The name of its recipe.</summary>
    public required string Learner { get; init; }

    public required int Trees { get; init; }

    public required string ModelHash { get; init; }

    public required string CoreHash { get; init; }

    public required string GoldenHash { get; init; }

    /// <summary>JSON.</summary>
    public required string Calibration { get; init; }

    /// <summary>JSON: see <see cref="VersionRecord"/>.</summary>
    public required string Record { get; init; }

    /// <summary>The version as its companion answers for it.</summary>
    public ModelVersion StandIn(ModelVersion version) => version with
    {
        Learner = Learner,
        Trees = Trees,
        ModelHash = ModelHash,
        CoreHash = CoreHash,
        GoldenHash = GoldenHash,
        Calibration = Calibration,
        Record = Record,
    };

    public VersionRecord ReadRecord() => JsonSerializer.Deserialize<VersionRecord>(Record, CoppiceJson.Options)!;
}

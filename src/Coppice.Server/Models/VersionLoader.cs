using System.Collections.Concurrent;
using System.Text.Json;
using Coppice.Client;
using Coppice.Forests;
using Coppice.Server.Features;
using Coppice.Server.Learners;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Models;

/// <summary>Loads versions from their artifacts and keeps the few that are asked for again and again.</summary>
public sealed class VersionLoader(ArtifactStore artifacts, CompanionStore companions, ILogger<VersionLoader> logger)
{
    private const int MostKept = 16;

    private readonly ConcurrentDictionary<long, LoadedVersion> _kept = new();

    /// <summary>The version, ready to answer.</summary>
    /// <exception cref="UnusableVersionException">It was pruned, or its artifacts are damaged.</exception>
    public LoadedVersion Load(Session session, ModelVersion version)
    {
        if (version.PrunedAt is { } at)
            throw new UnusableVersionException(UnusableVersionException.Pruned, $"Version {version.Number} was pruned on {at:yyyy-MM-dd}: its numbers are kept, its trees are not.");
        if (_kept.TryGetValue(version.Id, out var loaded))
            return loaded;
        try
        {
            loaded = Read(session, version);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new UnusableVersionException(UnusableVersionException.Damaged, $"Version {version.Number} cannot answer: {e.Message}");
        }

        if (_kept.Count >= MostKept)
            _kept.Clear();
        _kept[version.Id] = loaded;
        return loaded;
    }

    /// <summary>Forgets a version that may no longer answer.</summary>
    public void Forget(long versionId) => _kept.TryRemove(versionId, out _);

    private LoadedVersion Read(Session session, ModelVersion version)
    {
        var pipeline = FeaturePipeline.Load(artifacts.Load(session, version.PipelineHash));
        return Read(session, version, pipeline) with { Quick = ReadCompanion(session, version, pipeline) };
    }

    /// <summary>A damaged companion costs the quick answer, not the champion.</summary>
    private LoadedVersion? ReadCompanion(Session session, ModelVersion version, FeaturePipeline pipeline)
    {
        try
        {
            return companions.Find(session, version.Id) is { } companion ? Read(session, companion.StandIn(version), pipeline) : null;
        }
        catch (Exception e) when (IsDamage(e))
        {
            Log.CompanionDamaged(logger, version.Number.ToString(), e.Message);
            return null;
        }
    }

    private LoadedVersion Read(Session session, ModelVersion version, FeaturePipeline pipeline)
    {
        var scorer = ForestScorer.Compile(Forest.Read(artifacts.Load(session, version.ModelHash)));
        if (version.GoldenHash is { } hash && GoldenRows.Load(artifacts.Load(session, hash)).Difference(scorer) is { } difference)
            throw new InvalidDataException($"it does not answer as it did when it was made: {difference}.");
        return new LoadedVersion(version, pipeline, scorer, JsonSerializer.Deserialize<Calibration>(version.Calibration, CoppiceJson.Options)!)
        {
            Recipe = version.ReadRecord().Recipe,
        };
    }

    private static bool IsDamage(Exception e) => e is InvalidDataException or InvalidForestException or JsonException or FormatException or EndOfStreamException;

    /// <summary>The fit behind a version, for an update to start from.</summary>
    public FittedModel LoadFit(Session session, LoadedVersion loaded)
    {
        var version = loaded.Version;
        var record = JsonSerializer.Deserialize<VersionRecord>(version.Record, CoppiceJson.Options)!;
        return new FittedModel(
            artifacts.Load(session, version.ModelHash),
            artifacts.Load(session, version.CoreHash),
            loaded.Calibration,
            version.Prior,
            version.Trees,
            version.StructuralRows,
            record.Parameters,
            record.Recipe ?? Recipe.BuiltIn.First(r => r.Name == version.Learner));
    }

    public Lineage LoadLineage(Session session, ModelVersion version) => Lineage.Load(artifacts.Load(session, version.LineageHash));
}

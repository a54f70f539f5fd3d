using Coppice.Server.Audit;
using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Deployments;

/// <summary>
/// Lets go of the artifacts of old versions. Kept are the newest ones, and whatever answers, could be returned to first, guards
/// against small steps down, was best, waits to be approved, or is pinned. What is known about a pruned version stays.
/// </summary>
public sealed class PruneVersions(
    Database database,
    DefinitionInForce workspace,
    VersionStore versions,
    CompanionStore companions,
    VersionLoader loader,
    DeploymentStore deployments,
    RampStore ramps,
    DecisionStore decisions,
    ProposalStore proposals,
    ArtifactStore artifacts,
    AuditStore audit,
    TimeProvider time,
    ILogger<PruneVersions> logger)
{
    /// <summary>The numbers of the versions pruned.</summary>
    public Task<IReadOnlyList<VersionNumber>> RunAsync(ModelDefinition model, long modelId, string actor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var pruned = database.Write(session => Prune(session, model, modelId, actor));
        pruned.ForEach(version => loader.Forget(version.Id));
        VersionNumber[] numbers = [.. pruned.Select(v => v.Number)];
        if (numbers.Length > 0)
            Log.Pruned(logger, model.Name, numbers);
        return Task.FromResult<IReadOnlyList<VersionNumber>>(numbers);
    }

    private List<ModelVersion> Prune(Session session, ModelDefinition model, long modelId, string actor)
    {
        var there = versions.List(session, modelId).Where(v => v.PrunedAt is null).ToList();
        var kept = Kept(session, model, modelId, there);
        var old = there.Skip(workspace.Versions.Keep).Where(v => v.Pinned == 0 && !kept.Contains(v.Id)).ToList();
        foreach (var version in old)
            versions.MarkPruned(session, version.Id, time.GetUtcNow());
        foreach (string hash in old.SelectMany(v => Artifacts(session, v)).OfType<string>().Distinct().Where(hash => !versions.IsNeeded(session, hash)))
            artifacts.Remove(session, hash);
        if (old.Count > 0)
            audit.Append(session, actor, "prune", model.Name, new { versions = old.Select(v => v.Number.ToString()) });
        return old;
    }

    private IEnumerable<string?> Artifacts(Session session, ModelVersion version)
    {
        var companion = companions.Find(session, version.Id);
        return [version.ModelHash, version.CoreHash, version.PipelineHash, version.GoldenHash, companion?.ModelHash, companion?.CoreHash, companion?.GoldenHash];
    }

    private HashSet<long> Kept(Session session, ModelDefinition model, long modelId, List<ModelVersion> there)
    {
        long?[] needed =
        [
            deployments.Latest(session, modelId)?.ToId,
            deployments.PreviousId(session, modelId),
            deployments.AnchorId(session, modelId),
            Best(session, model, there),
            ramps.Running(session, modelId)?.ToId,
        ];
        return [.. needed.OfType<long>(), .. proposals.Waiting(session, modelId, time.GetUtcNow()).Select(proposal => proposal.VersionId)];
    }

    private long? Best(Session session, ModelDefinition model, List<ModelVersion> there)
    {
        string metric = ModelMeasurement.Headline(model.Predicts);
        return there
            .Select(v => (v.Id, Value: decisions.OfVersion(session, v.Id)?.ReadReport().Metrics.GetValueOrDefault(metric)))
            .Where(v => v.Value is not null)
            .OrderByDescending(v => v.Value)
            .Select(v => (long?)v.Id)
            .FirstOrDefault();
    }
}

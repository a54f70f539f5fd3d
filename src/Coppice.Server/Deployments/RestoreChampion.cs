using Coppice.Server.Audit;
using Coppice.Server.Http;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Deployments;

/// <summary>Puts the newest healthy champion before it in the place of one whose artifacts are damaged, and says so loudly.</summary>
public sealed class RestoreChampion(
    Database database,
    ModelStore models,
    VersionStore versions,
    VersionLoader loader,
    DeploymentStore deployments,
    EndRamp endRamp,
    AuditStore audit,
    DeploymentSignal signal,
    TimeProvider time,
    ILogger<RestoreChampion> logger)
{
    /// <summary>The rollback made; null where the champion is healthy, there is none, or no earlier one is healthy either.</summary>
    public Task<Deployment?> RunAsync(long modelId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (database.Read(session => Champion(session, modelId)) is not { Trouble: { } trouble } champion)
            return Task.FromResult<Deployment?>(null);
        string model = database.Read(session => models.Name(session, modelId));
        var line = database.Write(session => FallBack(session, modelId, model, champion.Line, trouble));
        if (line is null)
        {
            Log.NothingHealthy(logger, model, trouble);
            return Task.FromResult<Deployment?>(null);
        }

        Log.FellBack(logger, model, line.Reason);
        signal.Raise(modelId);
        return Task.FromResult<Deployment?>(line);
    }

    private (Deployment Line, string? Trouble)? Champion(Session session, long modelId) =>
        deployments.Latest(session, modelId) is { } line ? (line, TroubleOf(session, line.ToId)) : null;

    private Deployment? FallBack(Session session, long modelId, string model, Deployment live, string trouble)
    {
        foreach (long id in deployments.Earlier(session, modelId).Distinct().Where(id => id != live.ToId))
        {
            if (TroubleOf(session, id) is not null)
                continue;
            var change = new Deployment
            {
                ModelId = modelId,
                Kind = DeploymentKinds.RollBack,
                FromId = live.ToId,
                ToId = id,
                Superior = 0,
                Actor = Actors.Coppice,
                Reason = trouble,
                At = time.GetUtcNow(),
            };
            endRamp.Settle(session, change);
            audit.Append(session, Actors.Coppice, "roll_back", $"{model} {versions.Find(session, id)!.Number}", new { reason = trouble });
            return change with { Id = deployments.Append(session, change) };
        }

        return null;
    }

    private string? TroubleOf(Session session, long versionId)
    {
        try
        {
            loader.Load(session, versions.Find(session, versionId)!);
            return null;
        }
        catch (UnusableVersionException e)
        {
            return e.Message;
        }
    }
}

using Coppice.Server.Audit;
using Coppice.Server.Models;
using Coppice.Server.Storage;

namespace Coppice.Server.Deployments;

/// <summary>Moves the champion pointer back, to the one before or a named version, in one step.</summary>
public sealed class RollBackChampion(
    Database database,
    VersionStore versions,
    VersionLoader loader,
    DeploymentStore deployments,
    RampStore ramps,
    EndRamp endRamp,
    AuditStore audit,
    DeploymentSignal signal,
    TimeProvider time)
{
    public Task<Deployment> RunAsync(long modelId, string model, VersionNumber? to, string actor, string reason, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var deployment = database.Write(session =>
        {
            var live = deployments.Latest(session, modelId)
                ?? throw new DeploymentException(DeploymentCodes.NothingBefore, $"{model} has never been promoted, so there is nothing to roll back.");
            if (to is null && ramps.Running(session, modelId) is { } ramp)
            {
                throw new DeploymentException(
                    DeploymentCodes.RampUnderWay,
                    $"{model} {Name(session, ramp.ToId)} is taking over from {Name(session, live.ToId)} and is no champion yet: coppice ramp {model} --stop ends that; --to VERSION goes back further.");
            }

            long target = to is { } number
                ? versions.Find(session, modelId, number)?.Id ?? throw new DeploymentException(DeploymentCodes.UnknownVersion, $"{model} has no version {number}.")
                : deployments.PreviousId(session, modelId)
                    ?? throw new DeploymentException(DeploymentCodes.NothingBefore, $"{model} has no champion before {Name(session, live.ToId)} to return to.");
            if (target == live.ToId)
                throw new DeploymentException(DeploymentCodes.AlreadyLive, $"{model} {Name(session, target)} is live already.");
            loader.Load(session, versions.Find(session, target)!);
            if (!deployments.WasChampion(session, target))
            {
                throw new DeploymentException(
                    DeploymentCodes.NeverChampion,
                    $"{model} {Name(session, target)} was never champion, so going there is no way back: coppice promote {model} {Name(session, target)} asks the gates, or says why not.");
            }

            var change = new Deployment
            {
                ModelId = modelId,
                Kind = DeploymentKinds.RollBack,
                FromId = live.ToId,
                ToId = target,
                Superior = 0,
                Actor = actor,
                Reason = reason,
                At = time.GetUtcNow(),
            };
            endRamp.Settle(session, change);
            change = change with { Id = deployments.Append(session, change) };
            audit.Append(session, actor, "roll_back", $"{model} {Name(session, target)}", new { from = Name(session, live.ToId), reason });
            return change;
        });
        signal.Raise(modelId);
        return Task.FromResult(deployment);
    }

    private string Name(Session session, long versionId) => versions.Find(session, versionId)!.Number.ToString();
}

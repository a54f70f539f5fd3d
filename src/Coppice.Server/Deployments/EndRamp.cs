using Coppice.Server.Audit;
using Coppice.Server.Models;
using Coppice.Server.Storage;

namespace Coppice.Server.Deployments;

/// <summary>Ends a ramp: the champion answers everybody again, or the version that took over is champion.</summary>
public sealed class EndRamp(Database database, RampStore ramps, VersionStore versions, AuditStore audit, DeploymentSignal signal, TimeProvider time)
{
    /// <summary>Stops the ramp of a model; without a code, because a person wants it.</summary>
    /// <exception cref="DeploymentException">None is under way.</exception>
    public Task<Ramp> StopAsync(long modelId, string model, string actor, string? code, string reason, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var ended = database.Write(session =>
        {
            var ramp = ramps.Running(session, modelId)
                ?? throw new DeploymentException(DeploymentCodes.NoRamp, $"No version of {model} is taking over.");
            var stopped = Ended(ramp, RampStates.Stopped, actor, reason) with { EndCode = code };
            ramps.End(session, stopped);
            audit.Append(session, actor, "ramp_stop", $"{model} {versions.Find(session, ramp.ToId)!.Number}", new { code, reason });
            return stopped;
        });
        signal.Raise(modelId);
        return Task.FromResult(ended);
    }

    /// <summary>Ends what is under way because the champion changes, in the transaction of that change.</summary>
    internal void Settle(Session session, Deployment change)
    {
        if (ramps.Running(session, change.ModelId) is not { } ramp)
            return;
        string state = change.ToId == ramp.ToId ? RampStates.Done : RampStates.Stopped;
        ramps.End(session, Ended(ramp, state, change.Actor, change.Reason) with { EndedAt = change.At });
    }

    private Ramp Ended(Ramp ramp, string state, string actor, string reason) =>
        ramp with { State = state, EndedAt = time.GetUtcNow(), EndedBy = actor, EndReason = reason };
}

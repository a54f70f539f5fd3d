using Coppice.Server.Audit;
using Coppice.Server.Gates;
using Coppice.Server.Models;
using Coppice.Server.Storage;

namespace Coppice.Server.Deployments;

/// <summary>Moves the champion pointer forward: by the gates' decision inside a run, or by a named person.</summary>
public sealed class PromoteChallenger(
    Database database,
    VersionStore versions,
    VersionLoader loader,
    DecisionStore decisions,
    DeploymentStore deployments,
    AuditStore audit,
    DeploymentSignal signal,
    TimeProvider time)
{
    /// <summary>Promotes a version by hand; where the gates did not pass it, a reason is asked for.</summary>
    public Task<Deployment> RunAsync(long modelId, string model, VersionNumber number, string actor, string? reason, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var deployment = database.Write(session =>
        {
            var version = versions.Find(session, modelId, number)
                ?? throw new DeploymentException(DeploymentCodes.UnknownVersion, $"{model} has no version {number}.");
            if (deployments.Latest(session, modelId)?.ToId == version.Id)
                throw new DeploymentException(DeploymentCodes.AlreadyLive, $"{model} {number} is live already.");
            loader.Load(session, version);
            var decision = decisions.OfVersion(session, version.Id);
            if (decision?.Decision != GateWords.Of(DecisionOutcome.Promote) && string.IsNullOrWhiteSpace(reason))
            {
                throw new DeploymentException(
                    DeploymentCodes.ReasonNeeded,
                    $"The gates did not pass {model} {number} ({decision?.Code ?? "never judged"}); say why it is promoted all the same.");
            }

            return Append(session, modelId, model, version, decision?.Id, MadeBy.Person, actor, reason ?? "passed by the gates");
        });
        signal.Raise(modelId);
        return Task.FromResult(deployment);
    }

    /// <summary>Writes the change into the caller's transaction; the caller raises the signal once it is on disk.</summary>
    internal Deployment Append(Session session, long modelId, string model, ModelVersion version, long? decisionId, MadeBy by, string actor, string reason)
    {
        var deployment = new Deployment
        {
            ModelId = modelId,
            Kind = DeploymentKinds.Promotion,
            FromId = deployments.Latest(session, modelId)?.ToId,
            ToId = version.Id,
            DecisionId = decisionId,
            Superior = by == MadeBy.Freshness ? 0 : 1,
            Actor = actor,
            Reason = reason,
            At = time.GetUtcNow(),
        };
        deployment = deployment with { Id = deployments.Append(session, deployment) };
        audit.Append(session, actor, "promote", $"{model} {version.Number}", new { reason });
        return deployment;
    }
}

/// <summary>What a promotion rests on.</summary>
public enum MadeBy
{
    /// <summary>Superior, or the first.</summary>
    Merit,

    /// <summary>Not inferior, and fresh: the anchor stays.</summary>
    Freshness,

    /// <summary>A named person.</summary>
    Person,
}

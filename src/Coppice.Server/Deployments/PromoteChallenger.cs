using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Gates;
using Coppice.Server.Http;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Deployments;

/// <summary>Moves the champion pointer forward: by the gates' decision inside a run, or by named persons.</summary>
public sealed class PromoteChallenger(
    Database database,
    DefinitionInForce workspace,
    VersionStore versions,
    VersionLoader loader,
    DecisionStore decisions,
    DeploymentStore deployments,
    ProposalStore proposals,
    OverrideStore overrides,
    BeginRamp beginRamp,
    EndRamp endRamp,
    AuditStore audit,
    DeploymentSignal signal,
    TimeProvider time)
{
    /// <summary>Promotes a version by hand. Past gates that did not let it through somebody says why, and where two must agree it waits for the second.</summary>
    public Task<Promotion> RunAsync(long modelId, string model, VersionNumber number, string actor, string? reason, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var promotion = database.Write(session => Promote(session, modelId, model, number, actor, reason));
        if (promotion.Deployment is not null)
            signal.Raise(modelId);
        return Task.FromResult(promotion);
    }

    private Promotion Promote(Session session, long modelId, string model, VersionNumber number, string actor, string? reason)
    {
        var version = Promotable(session, modelId, model, number);
        var decision = decisions.OfVersion(session, version.Id);
        if (decision?.Decision == GateWords.Of(DecisionOutcome.Promote))
            return new Promotion(Append(session, modelId, model, version, decision.Id, MadeBy.Person, actor, reason ?? "passed by the gates"), null);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new DeploymentException(
                DeploymentCodes.ReasonNeeded,
                $"The gates did not pass {model} {number} ({decision?.Code ?? "never judged"}); say why it is promoted all the same.");
        }

        RequireName(model, number, actor);
        if (workspace.Gates.Approvals < 2)
            return new Promotion(Override(session, modelId, model, version, new Act(actor, null, reason)), null);
        if (proposals.OfVersion(session, version.Id, time.GetUtcNow()) is { } waiting)
        {
            throw new DeploymentException(
                DeploymentCodes.SecondPersonNeeded,
                $"{waiting.Person} has asked for {model} {number} already; now somebody else has to approve it: coppice promote {model} {number} --approve.");
        }

        return new Promotion(null, Propose(session, modelId, model, version, actor, reason));
    }

    /// <summary>The version, where it could answer and does not yet.</summary>
    internal ModelVersion Promotable(Session session, long modelId, string model, VersionNumber number)
    {
        var version = versions.Find(session, modelId, number)
            ?? throw new DeploymentException(DeploymentCodes.UnknownVersion, $"{model} has no version {number}.");
        if (deployments.Latest(session, modelId)?.ToId == version.Id)
            throw new DeploymentException(DeploymentCodes.AlreadyLive, $"{model} {number} is live already.");
        loader.Load(session, version);
        return version;
    }

    /// <summary>Somebody has to answer for letting a version past its gates.</summary>
    internal static void RequireName(string model, VersionNumber number, string actor)
    {
        if (string.IsNullOrWhiteSpace(actor) || actor is Actors.Unnamed or Actors.Coppice)
            throw new DeploymentException(DeploymentCodes.NameNeeded, $"The gates did not pass {model} {number}; whoever lets it past them gives a name. \"{actor}\" is nobody's.");
    }

    private Proposal Propose(Session session, long modelId, string model, ModelVersion version, string actor, string reason)
    {
        var now = time.GetUtcNow();
        var proposal = new Proposal { ModelId = modelId, VersionId = version.Id, Person = actor, Reason = reason, At = now, ExpiresAt = now + Proposal.WaitsFor };
        proposals.Add(session, proposal);
        audit.Append(session, actor, "propose", $"{model} {version.Number}", new { reason, proposal.ExpiresAt });
        return proposals.OfVersion(session, version.Id, now)!;
    }

    /// <summary>Promotes past the gates that did not let the version through and writes down which, by whom and why.</summary>
    internal Deployment Override(Session session, long modelId, string model, ModelVersion version, Act act)
    {
        var decision = decisions.OfVersion(session, version.Id);
        var deployment = Append(session, modelId, model, version, decision?.Id, MadeBy.Person, act.Person, act.Reason);
        var gates = DecisionVerdicts.Blocking(decision);
        overrides.Add(session, new OverrideRecord
        {
            VersionId = version.Id,
            DeploymentId = deployment.Id,
            Gates = JsonSerializer.Serialize(gates, CoppiceJson.Options),
            Person = act.Person,
            ApprovedBy = act.ApprovedBy,
            Reason = act.Reason,
            At = deployment.At,
        });
        audit.Append(session, act.Person, "override", $"{model} {version.Number}", new { gates, act.Reason, act.ApprovedBy });
        return deployment;
    }

    /// <summary>
    /// Lets a version that the gates passed answer, in the caller's transaction: as champion, or where the definition file asks for it as one that takes
    /// over from the champion customer by customer. The caller raises the signal once it is on disk.
    /// </summary>
    /// <returns>The ramp; null where the version is champion at once.</returns>
    internal Ramp? Install(Session session, long modelId, string model, ModelVersion version, long decisionId, MadeBy by, string actor, string reason)
    {
        var change = Change(session, modelId, version, decisionId, by, actor, reason);
        if (workspace.Ramp is { } options && change.FromId is not null)
            return beginRamp.Run(session, options, model, version, change);
        Append(session, model, version, change);
        return null;
    }

    /// <summary>Makes the version of a ramp the champion, as the gates had decided.</summary>
    internal Deployment Conclude(Session session, string model, Ramp ramp)
    {
        var by = ramp.Superior == 1 ? MadeBy.Merit : MadeBy.Freshness;
        var version = versions.Find(session, ramp.ToId)!;
        return Append(session, model, version, Change(session, ramp.ModelId, version, ramp.DecisionId, by, ramp.Actor, ramp.Reason));
    }

    private Deployment Append(Session session, long modelId, string model, ModelVersion version, long? decisionId, MadeBy by, string actor, string reason) =>
        Append(session, model, version, Change(session, modelId, version, decisionId, by, actor, reason));

    private Deployment Append(Session session, string model, ModelVersion version, Deployment change)
    {
        endRamp.Settle(session, change);
        audit.Append(session, change.Actor, "promote", $"{model} {version.Number}", new { reason = change.Reason });
        return change with { Id = deployments.Append(session, change) };
    }

    private Deployment Change(Session session, long modelId, ModelVersion version, long? decisionId, MadeBy by, string actor, string reason) => new()
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

/// <summary>Who lets a version past its gates, who agreed, and why.</summary>
internal sealed record Act(string Person, string? ApprovedBy, string Reason);

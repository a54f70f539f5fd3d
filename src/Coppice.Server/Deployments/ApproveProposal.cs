using Coppice.Server.Audit;
using Coppice.Server.Models;
using Coppice.Server.Storage;

namespace Coppice.Server.Deployments;

/// <summary>A second person agrees to a promotion past gates, and it happens.</summary>
public sealed class ApproveProposal(
    Database database,
    PromoteChallenger promote,
    ProposalStore proposals,
    AuditStore audit,
    DeploymentSignal signal,
    TimeProvider time)
{
    public Task<Deployment> RunAsync(long modelId, string model, VersionNumber number, string actor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var deployment = database.Write(session => Approve(session, modelId, model, number, actor));
        signal.Raise(modelId);
        return Task.FromResult(deployment);
    }

    private Deployment Approve(Session session, long modelId, string model, VersionNumber number, string actor)
    {
        var version = promote.Promotable(session, modelId, model, number);
        var waiting = proposals.OfVersion(session, version.Id, time.GetUtcNow())
            ?? throw new DeploymentException(
                DeploymentCodes.NothingWaits,
                $"No promotion of {model} {number} waits for approval; one that was asked for more than {Proposal.WaitsFor.TotalDays:0} days ago is asked for again.");
        PromoteChallenger.RequireName(model, number, actor);
        if (IsSame(actor, waiting.Person))
            throw new DeploymentException(DeploymentCodes.SecondPersonNeeded, $"{waiting.Person} has asked for {model} {number}; somebody else has to approve it.");
        proposals.Answer(session, waiting with { Answer = ProposalAnswers.Approved, AnsweredBy = actor, AnsweredAt = time.GetUtcNow() });
        audit.Append(session, actor, "approve", $"{model} {number}", new { proposedBy = waiting.Person, waiting.Reason });
        return promote.Override(session, modelId, model, version, new Act(waiting.Person, actor, waiting.Reason));
    }

    private static bool IsSame(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}

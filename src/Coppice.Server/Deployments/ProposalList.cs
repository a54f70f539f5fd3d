using Coppice.Client;
using Coppice.Server.Gates;
using Coppice.Server.Models;
using Coppice.Server.Storage;

namespace Coppice.Server.Deployments;

/// <summary>Proposals in the words of the wire.</summary>
public sealed class ProposalList(ProposalStore proposals, VersionStore versions, DecisionStore decisions, TimeProvider time)
{
    /// <summary>Those that wait, oldest first.</summary>
    public IReadOnlyList<ProposalResponse> Read(Session session, string model, long modelId) =>
        [.. proposals.Waiting(session, modelId, time.GetUtcNow()).Select(proposal => Describe(session, model, proposal))];

    public ProposalResponse Describe(Session session, string model, Proposal proposal) => new(
        model,
        versions.Find(session, proposal.VersionId)!.Number.ToString(),
        proposal.Person,
        proposal.Reason,
        proposal.At,
        proposal.ExpiresAt,
        DecisionVerdicts.Blocking(decisions.OfVersion(session, proposal.VersionId)),
        proposal.Answer ?? "waiting");
}

using Coppice.Server.Audit;
using Coppice.Server.Models;
using Coppice.Server.Storage;

namespace Coppice.Server.Deployments;

/// <summary>Takes a promotion that waits for a second person off the table: who asked thinks better of it, or somebody else says no.</summary>
public sealed class WithdrawProposal(Database database, VersionStore versions, ProposalStore proposals, AuditStore audit, TimeProvider time)
{
    public Task<Proposal> RunAsync(long modelId, string model, VersionNumber number, string actor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Write(session =>
        {
            var version = versions.Find(session, modelId, number)
                ?? throw new DeploymentException(DeploymentCodes.UnknownVersion, $"{model} has no version {number}.");
            var waiting = proposals.OfVersion(session, version.Id, time.GetUtcNow())
                ?? throw new DeploymentException(DeploymentCodes.NothingWaits, $"No promotion of {model} {number} waits for approval.");
            var withdrawn = waiting with { Answer = ProposalAnswers.Withdrawn, AnsweredBy = actor, AnsweredAt = time.GetUtcNow() };
            proposals.Answer(session, withdrawn);
            audit.Append(session, actor, "withdraw", $"{model} {number}", new { proposedBy = waiting.Person });
            return withdrawn;
        }));
    }
}

using Coppice.Server.Audit;
using Coppice.Server.Models;
using Coppice.Server.Storage;

namespace Coppice.Server.Deployments;

/// <summary>Keeps a version from being pruned, or lets it be again.</summary>
public sealed class PinVersion(Database database, VersionStore versions, AuditStore audit)
{
    public Task RunAsync(long modelId, string model, VersionNumber number, PinState state, string actor, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        database.Write(session =>
        {
            var version = versions.Find(session, modelId, number)
                ?? throw new DeploymentException(DeploymentCodes.UnknownVersion, $"{model} has no version {number}.");
            if (version.PrunedAt is { } at && state == PinState.Pinned)
                throw new UnusableVersionException(UnusableVersionException.Pruned, $"{model} {number} was pruned on {at:yyyy-MM-dd}, so there is nothing left to keep.");
            versions.Pin(session, version.Id, state);
            audit.Append(session, actor, state == PinState.Pinned ? "pin" : "unpin", $"{model} {number}", new { });
        });
        return Task.CompletedTask;
    }
}

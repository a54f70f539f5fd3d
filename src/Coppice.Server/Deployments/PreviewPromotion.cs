using Coppice.Client;
using Coppice.Server.Gates;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Deployments;

/// <summary>Says who would move if a version became champion. Changes nothing.</summary>
public sealed class PreviewPromotion(Database database, VersionStore versions, VersionLoader loader, DeploymentStore deployments, ShockReader shocks)
{
    public Task<PreviewResponse> RunAsync(ModelDefinition model, long modelId, VersionNumber number, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(session =>
        {
            var version = versions.Find(session, modelId, number)
                ?? throw new DeploymentException(DeploymentCodes.UnknownVersion, $"{model.Name} has no version {number}.");
            var challenger = loader.Load(session, version);
            var champion = Champion(session, modelId);
            return new PreviewResponse(
                model.Name,
                champion?.Number,
                challenger.Number,
                champion is null ? null : shocks.Read(session, model, champion, challenger));
        }));
    }

    /// <summary>A damaged champion scores nobody, and must not be in the way of one that can.</summary>
    private LoadedVersion? Champion(Session session, long modelId)
    {
        try
        {
            return deployments.Latest(session, modelId) is { } line ? loader.Load(session, versions.Find(session, line.ToId)!) : null;
        }
        catch (UnusableVersionException)
        {
            return null;
        }
    }
}

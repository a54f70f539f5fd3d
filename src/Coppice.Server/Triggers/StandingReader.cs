using Coppice.Server.Deployments;
using Coppice.Server.Gates;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Storage;

namespace Coppice.Server.Triggers;

/// <summary>Reads where a model stands.</summary>
public sealed class StandingReader(
    LabelStore labels,
    DeploymentStore deployments,
    DecisionStore decisions,
    VersionStore versions,
    VersionLoader loader)
{
    public Standing Read(Session session, long modelId, long knownBy)
    {
        var line = deployments.Latest(session, modelId);
        var champion = Load(session, line?.ToId);
        var anchor = LoadAnchor(session, deployments.AnchorId(session, modelId), line?.ToId);
        return new Standing(
            champion,
            anchor,
            champion is null ? Lineage.Empty : loader.LoadLineage(session, champion.Version),
            anchor is null ? Lineage.Empty : loader.LoadLineage(session, anchor.Version),
            labels.Matured(session, modelId, knownBy),
            decisions.SpentUntil(session, modelId),
            decisions.LooksSinceSpent(session, modelId),
            decisions.FailedUpdates(session, modelId),
            line?.At,
            champion is null ? null : versions.Find(session, modelId, new VersionNumber(champion.Version.Major, 0))?.CreatedAt);
    }

    /// <summary>A damaged anchor guards nothing any more; it does not keep the model from learning.</summary>
    private LoadedVersion? LoadAnchor(Session session, long? anchorId, long? championId)
    {
        try
        {
            return anchorId == championId ? null : Load(session, anchorId);
        }
        catch (UnusableVersionException)
        {
            return null;
        }
    }

    private LoadedVersion? Load(Session session, long? versionId) =>
        versionId is { } id ? loader.Load(session, versions.Find(session, id)!) : null;
}

using Coppice.Server.Storage;

namespace Coppice.Server.Gates;

/// <summary>Overrides, append-only.</summary>
public sealed class OverrideStore
{
    public long Add(Session session, OverrideRecord act) => session.Insert("""
        INSERT INTO overrides (version_id, deployment_id, gates, person, approved_by, reason, at)
        VALUES (@VersionId, @DeploymentId, @Gates, @Person, @ApprovedBy, @Reason, @At)
        """, act);

    /// <summary>The last time the version was let past its gates; null where it never was.</summary>
    public OverrideRecord? OfVersion(Session session, long versionId) =>
        session.First<OverrideRecord>("SELECT * FROM overrides WHERE version_id = @versionId ORDER BY id DESC LIMIT 1", new { versionId });

    public OverrideRecord? OfDeployment(Session session, long deploymentId) =>
        session.First<OverrideRecord>("SELECT * FROM overrides WHERE deployment_id = @deploymentId", new { deploymentId });
}

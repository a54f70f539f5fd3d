using Coppice.Server.Storage;

namespace Coppice.Server.Deployments;

/// <summary>Proposals. Each is answered once, or expires.</summary>
public sealed class ProposalStore
{
    public long Add(Session session, Proposal proposal) => session.Insert("""
        INSERT INTO proposals (model_id, version_id, person, reason, at, expires_at)
        VALUES (@ModelId, @VersionId, @Person, @Reason, @At, @ExpiresAt)
        """, proposal);

    /// <summary>Those that a second person may still approve, oldest first.</summary>
    public IReadOnlyList<Proposal> Waiting(Session session, long modelId, DateTimeOffset now) => session.Query<Proposal>(
        "SELECT * FROM proposals WHERE model_id = @modelId AND answer IS NULL AND expires_at > @now ORDER BY id", new { modelId, now });

    /// <summary>What waits for one version; null where nothing does.</summary>
    public Proposal? OfVersion(Session session, long versionId, DateTimeOffset now) => session.First<Proposal>(
        "SELECT * FROM proposals WHERE version_id = @versionId AND answer IS NULL AND expires_at > @now ORDER BY id DESC LIMIT 1", new { versionId, now });

    public void Answer(Session session, Proposal answered) => session.Execute(
        "UPDATE proposals SET answer = @Answer, answered_by = @AnsweredBy, answered_at = @AnsweredAt WHERE id = @Id", answered);
}

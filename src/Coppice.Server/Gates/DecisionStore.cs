using Coppice.Server.Storage;

namespace Coppice.Server.Gates;

/// <summary>Decisions, append-only.</summary>
public sealed class DecisionStore
{
    public long Add(Session session, DecisionRecord decision) => session.Insert("""
        INSERT INTO decisions (model_id, run_id, version_id, champion_id, anchor_id, decided_at, decision, code, block_from, block_until, block_rows,
            block_positives, block_hash, spent, report)
        VALUES (@ModelId, @RunId, @VersionId, @ChampionId, @AnchorId, @DecidedAt, @Decision, @Code, @BlockFrom, @BlockUntil, @BlockRows,
            @BlockPositives, @BlockHash, @Spent, @Report)
        """, decision);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<DecisionRecord> List(Session session, long modelId) =>
        session.Query<DecisionRecord>("SELECT * FROM decisions WHERE model_id = @modelId ORDER BY id DESC", new { modelId });

    /// <summary>The newest time among rows that have decided; null before the first decision.</summary>
    public long? SpentUntil(Session session, long modelId) =>
        session.First<long?>("SELECT MAX(block_until) FROM decisions WHERE model_id = @modelId AND spent = 1", new { modelId });

    public DecisionRecord? OfVersion(Session session, long versionId) =>
        session.First<DecisionRecord>("SELECT * FROM decisions WHERE version_id = @versionId ORDER BY id DESC LIMIT 1", new { versionId });

    /// <summary>The last about a full retrain or a repair; null before the first.</summary>
    public DecisionRecord? LastOfFull(Session session, long modelId) => session.First<DecisionRecord>("""
        SELECT d.* FROM decisions d JOIN runs r ON r.id = d.run_id WHERE d.model_id = @modelId AND r.strategy IN ('full', 'repair') ORDER BY d.id DESC LIMIT 1
        """, new { modelId });

    /// <summary>Updates since the last promotion or full retrain that were not promoted.</summary>
    public int FailedUpdates(Session session, long modelId) => session.Value<int>("""
        SELECT COUNT(*) FROM decisions WHERE model_id = @modelId AND id > (
            SELECT COALESCE(MAX(d.id), 0) FROM decisions d JOIN versions v ON v.id = d.version_id
            WHERE d.model_id = @modelId AND (d.decision = 'promoted' OR v.strategy = 'full'))
        """, new { modelId });

    /// <summary>How often rows that have not yet decided were looked at already.</summary>
    public int LooksSinceSpent(Session session, long modelId) => session.Value<int>("""
        SELECT COUNT(*) FROM decisions WHERE model_id = @modelId AND code = 'inconclusive'
            AND id > (SELECT COALESCE(MAX(id), 0) FROM decisions WHERE model_id = @modelId AND spent = 1)
        """, new { modelId });
}

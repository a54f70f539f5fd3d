using Coppice.Server.Storage;

namespace Coppice.Server.Models;

/// <summary>Versions, immutable once written.</summary>
public sealed class VersionStore
{
    public long Add(Session session, ModelVersion version) => session.Insert("""
        INSERT INTO versions (model_id, major, minor, parent_id, run_id, training_set_id, learner, strategy, created_at, watermark, lineage_hash,
            structural_rows, seconds, trees, pipeline_hash, model_hash, core_hash, golden_hash, calibration, prior, record)
        VALUES (@ModelId, @Major, @Minor, @ParentId, @RunId, @TrainingSetId, @Learner, @Strategy, @CreatedAt, @Watermark, @LineageHash,
            @StructuralRows, @Seconds, @Trees, @PipelineHash, @ModelHash, @CoreHash, @GoldenHash, @Calibration, @Prior, @Record)
        """, version);

    public ModelVersion? Find(Session session, long id) => session.First<ModelVersion>("SELECT * FROM versions WHERE id = @id", new { id });

    public ModelVersion? Find(Session session, long modelId, VersionNumber number) => session.First<ModelVersion>(
        "SELECT * FROM versions WHERE model_id = @modelId AND major = @Major AND minor = @Minor", new { modelId, number.Major, number.Minor });

    public void Pin(Session session, long id, PinState state) => session.Execute("UPDATE versions SET pinned = @pinned WHERE id = @id", new { id, pinned = (int)state });

    public void MarkPruned(Session session, long id, DateTimeOffset at) => session.Execute("UPDATE versions SET pruned_at = @at WHERE id = @id", new { id, at });

    /// <summary>Whether a version that is not pruned needs an artifact; updates share the core of the version they grew from.</summary>
    public bool IsNeeded(Session session, string hash) => session.Value<long>("""
        SELECT COUNT(*) FROM versions v LEFT JOIN companions c ON c.version_id = v.id
        WHERE v.pruned_at IS NULL AND @hash IN (v.model_hash, v.core_hash, v.pipeline_hash, v.golden_hash, c.model_hash, c.core_hash, c.golden_hash)
        """, new { hash }) > 0;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ModelVersion> List(Session session, long modelId) => session.Query<ModelVersion>(
        "SELECT * FROM versions WHERE model_id = @modelId ORDER BY id DESC", new { modelId });

    public long Count(Session session, long modelId) => session.Value<long>("SELECT COUNT(*) FROM versions WHERE model_id = @modelId", new { modelId });

    public long Count(Session session) => session.Value<long>("SELECT COUNT(*) FROM versions");

    /// <summary>The number of the next full retrain, or of the next update of a version.</summary>
    public VersionNumber Next(Session session, long modelId, VersionNumber? parent)
    {
        if (parent is { } p)
        {
            int minor = session.Value<int>("SELECT MAX(minor) FROM versions WHERE model_id = @modelId AND major = @Major", new { modelId, p.Major });
            return new VersionNumber(p.Major, minor + 1);
        }

        return new VersionNumber(session.Value<int>("SELECT COALESCE(MAX(major), 0) FROM versions WHERE model_id = @modelId", new { modelId }) + 1, 0);
    }
}

/// <summary>Whether a person wants a version kept.</summary>
public enum PinState
{
    Unpinned = 0,
    Pinned = 1,
}

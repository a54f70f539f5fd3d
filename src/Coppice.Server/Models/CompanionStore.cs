using Coppice.Server.Storage;

namespace Coppice.Server.Models;

/// <summary>Companions of versions, immutable as these are.</summary>
public sealed class CompanionStore
{
    public void Add(Session session, Companion companion) => session.Execute("""
        INSERT INTO companions (version_id, learner, trees, model_hash, core_hash, golden_hash, calibration, record)
        VALUES (@VersionId, @Learner, @Trees, @ModelHash, @CoreHash, @GoldenHash, @Calibration, @Record)
        """, companion);

    /// <summary>Null where the version has none.</summary>
    public Companion? Find(Session session, long versionId) => session.First<Companion>("SELECT * FROM companions WHERE version_id = @versionId", new { versionId });
}

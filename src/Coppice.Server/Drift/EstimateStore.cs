using Coppice.Server.Storage;

namespace Coppice.Server.Drift;

/// <summary>Windows of estimates, append-only.</summary>
public sealed class EstimateStore
{
    public void Add(Session session, EstimateWindow window) => session.Insert("""
        INSERT INTO estimate_windows (model_id, closed_at, last_label, rows, metric, estimated, realised)
        VALUES (@ModelId, @ClosedAt, @LastLabel, @Rows, @Metric, @Estimated, @Realised)
        """, window);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<EstimateWindow> Latest(Session session, long modelId, int most) => session.Query<EstimateWindow>(
        "SELECT * FROM estimate_windows WHERE model_id = @modelId ORDER BY id DESC LIMIT @most", new { modelId, most });
}

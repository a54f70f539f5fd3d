using Coppice.Server.Storage;

namespace Coppice.Server.Tuning;

/// <summary>Searches and what they came to.</summary>
public sealed class TuningStore
{
    public void Add(Session session, StoredTuning tuning) => session.Execute("""
        INSERT INTO tunings (run_id, model_id, at, actor, definition, recipe, leaderboard)
        VALUES (@RunId, @ModelId, @At, @Actor, @Definition, @Recipe, @Leaderboard)
        """, tuning);

    public StoredTuning? Find(Session session, long runId) => session.First<StoredTuning>("SELECT * FROM tunings WHERE run_id = @runId", new { runId });

    /// <summary>When the search was, without the rest; null where there was none.</summary>
    public DateTimeOffset? Date(Session session, long runId) => session.First<DateTimeOffset?>("SELECT at FROM tunings WHERE run_id = @runId", new { runId });

    public void Forget(Session session, long runId, DateTimeOffset at, string by) => session.Execute(
        "UPDATE tunings SET forgotten_at = @at, forgotten_by = @by WHERE run_id = @runId", new { runId, at, by });
}

using Coppice.Server.Storage;

namespace Coppice.Server.Training;

/// <summary>Runs and their ends.</summary>
public sealed class RunStore
{
    public long Start(Session session, Run run) => session.Insert("""
        INSERT INTO runs (model_id, strategy, trigger, actor, state, started_at) VALUES (@ModelId, @Strategy, @Trigger, @Actor, @State, @StartedAt)
        """, run);

    public void Finish(Session session, Run run) => session.Execute("""
        UPDATE runs SET strategy = @Strategy, state = @State, finished_at = @FinishedAt, error = @Error, error_code = @ErrorCode, result = @Result,
            last_label = @LastLabel
        WHERE id = @Id
        """, run);

    public Run? Find(Session session, long id) => session.First<Run>("SELECT * FROM runs WHERE id = @id", new { id });

    /// <summary>Newest first, before a number; of every model where none is named.</summary>
    public IReadOnlyList<Run> List(Session session, long? modelId, long before, int most) => modelId is null
        ? session.Query<Run>("SELECT * FROM runs WHERE id < @before ORDER BY id DESC LIMIT @most", new { before, most })
        : session.Query<Run>("SELECT * FROM runs WHERE model_id = @modelId AND id < @before ORDER BY id DESC LIMIT @most", new { modelId, before, most });

    /// <summary>The newest runs without what they found: how each stands.</summary>
    public IReadOnlyList<RunStand> Stands(Session session, int most) => session.Query<RunStand>(
        "SELECT r.id, m.name AS model, r.state FROM runs r JOIN models m ON m.id = r.model_id ORDER BY r.id DESC LIMIT @most", new { most });

    /// <summary>The last run of a model that ended by itself, learning or trying to; comparisons, and searches that brought no challenger, do not count.</summary>
    public Run? LastLearning(Session session, long modelId) => session.First<Run>("""
        SELECT * FROM runs WHERE model_id = @modelId AND strategy <> 'compare' AND (strategy <> 'tune' OR last_label > 0) AND state IN ('done', 'failed', 'skipped') ORDER BY id DESC LIMIT 1
        """, new { modelId });

    /// <summary>When a full retrain of a model, or a repair, which ends in one where nothing cheaper suffices, last ended by itself.</summary>
    public DateTimeOffset? LastFull(Session session, long modelId) => session.First<DateTimeOffset?>("""
        SELECT finished_at FROM runs WHERE model_id = @modelId AND strategy IN ('full', 'repair') AND state IN ('done', 'failed', 'skipped') ORDER BY id DESC LIMIT 1
        """, new { modelId });

    /// <summary>The last repair of a model that came to a decision.</summary>
    public Run? LastRepair(Session session, long modelId) => session.First<Run>(
        "SELECT * FROM runs WHERE model_id = @modelId AND strategy = 'repair' AND state = 'done' ORDER BY id DESC LIMIT 1", new { modelId });

    /// <summary>The newest label that was there when a run of a model last came to a decision; 0 where none has.</summary>
    public long LastLabelJudged(Session session, long modelId) => session.Value<long>(
        "SELECT COALESCE(MAX(last_label), 0) FROM runs WHERE model_id = @modelId AND strategy <> 'compare' AND state = 'done'", new { modelId });

    /// <summary>Runs that an earlier process left behind are over: what they had was never written.</summary>
    public int CloseInterrupted(Session session, DateTimeOffset at) => session.Execute("""
        UPDATE runs SET state = 'interrupted', finished_at = @at, error = 'The process ended before the run did; the champion stayed.' WHERE state = 'running'
        """, new { at });
}

/// <summary>How a run stands.</summary>
public sealed record RunStand(long Id, string Model, string State);

using Coppice.Server.Storage;

namespace Coppice.Server.Training;

/// <summary>Runs and their ends.</summary>
public sealed class RunStore
{
    public long Start(Session session, Run run) => session.Insert("""
        INSERT INTO runs (model_id, strategy, trigger, actor, state, started_at) VALUES (@ModelId, @Strategy, @Trigger, @Actor, @State, @StartedAt)
        """, run);

    public void Finish(Session session, Run run) => session.Execute("""
        UPDATE runs SET strategy = @Strategy, state = @State, finished_at = @FinishedAt, error = @Error, error_code = @ErrorCode, result = @Result WHERE id = @Id
        """, run);

    public Run? Find(Session session, long id) => session.First<Run>("SELECT * FROM runs WHERE id = @id", new { id });

    public IReadOnlyList<Run> Latest(Session session, long modelId, int most) => session.Query<Run>(
        "SELECT * FROM runs WHERE model_id = @modelId ORDER BY id DESC LIMIT @most", new { modelId, most });

    /// <summary>Runs that an earlier process left behind are over: what they had was never written.</summary>
    public int CloseInterrupted(Session session, DateTimeOffset at) => session.Execute("""
        UPDATE runs SET state = 'interrupted', finished_at = @at, error = 'The process ended before the run did; the champion stayed.' WHERE state = 'running'
        """, new { at });
}

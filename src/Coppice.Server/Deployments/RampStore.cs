using Coppice.Server.Storage;

namespace Coppice.Server.Deployments;

/// <summary>Ramps and their steps. At most one of a model runs; what it was in force when stays readable.</summary>
public sealed class RampStore
{
    public long Add(Session session, Ramp ramp) => session.Insert("""
        INSERT INTO ramps (model_id, from_id, to_id, decision_id, superior, actor, reason, salt, shares, every_hours, customers, started_at, first_prediction, first_label, state)
        VALUES (@ModelId, @FromId, @ToId, @DecisionId, @Superior, @Actor, @Reason, @Salt, @Shares, @EveryHours, @Customers, @StartedAt, @FirstPrediction, @FirstLabel, @State)
        """, ramp);

    public void Add(Session session, RampStep step) => session.Insert(
        "INSERT INTO ramp_steps (ramp_id, step, share, at, first_prediction) VALUES (@RampId, @Step, @Share, @At, @FirstPrediction)", step);

    /// <summary>The ramp under way; null where there is none.</summary>
    public Ramp? Running(Session session, long modelId) => session.First<Ramp>(
        "SELECT * FROM ramps WHERE model_id = @modelId AND state = @state ORDER BY id DESC LIMIT 1", new { modelId, state = RampStates.Running });

    /// <summary>The newest, under way or over.</summary>
    public Ramp? Latest(Session session, long modelId) =>
        session.First<Ramp>("SELECT * FROM ramps WHERE model_id = @modelId ORDER BY id DESC LIMIT 1", new { modelId });

    /// <summary>Oldest first; never empty.</summary>
    public IReadOnlyList<RampStep> Steps(Session session, long rampId) =>
        session.Query<RampStep>("SELECT id, ramp_id, step, share, at, first_prediction FROM ramp_steps WHERE ramp_id = @rampId ORDER BY id", new { rampId });

    /// <summary>The steps by which a version came to be champion, oldest first; empty where it was at once.</summary>
    public IReadOnlyList<RampStep> StepsTo(Session session, Deployment line) => session.Query<RampStep>("""
        SELECT s.id, s.ramp_id, s.step, s.share, s.at, s.first_prediction
        FROM ramp_steps s JOIN ramps r ON r.id = s.ramp_id
        WHERE r.model_id = @ModelId AND r.to_id = @ToId AND r.ended_at = @At AND r.state = 'done' ORDER BY s.id
        """, line);

    public void End(Session session, Ramp ended) => session.Execute(
        "UPDATE ramps SET state = @State, ended_at = @EndedAt, ended_by = @EndedBy, end_code = @EndCode, end_reason = @EndReason WHERE id = @Id", ended);
}

using Coppice.Server.Storage;

namespace Coppice.Server.Labels;

/// <summary>One row per model.</summary>
public sealed class LabelProgressStore
{
    public LabelProgress? Find(Session session, long modelId) => session.First<LabelProgress>("""
        SELECT model_id, policy, last_event, last_outcome, last_example, last_prediction, last_cutoff, first_event_time, last_event_time
        FROM label_progress WHERE model_id = @modelId
        """, new { modelId });

    public void Save(Session session, LabelProgress progress) => session.Execute("""
        INSERT INTO label_progress (model_id, policy, last_event, last_outcome, last_example, last_prediction, last_cutoff, first_event_time, last_event_time)
        VALUES (@ModelId, @Policy, @LastEvent, @LastOutcome, @LastExample, @LastPrediction, @LastCutoff, @FirstEventTime, @LastEventTime)
        ON CONFLICT (model_id) DO UPDATE SET policy = excluded.policy, last_event = excluded.last_event, last_outcome = excluded.last_outcome,
            last_example = excluded.last_example, last_prediction = excluded.last_prediction, last_cutoff = excluded.last_cutoff,
            first_event_time = excluded.first_event_time, last_event_time = excluded.last_event_time
        """, progress);
}

using Coppice.Server.Storage;

namespace Coppice.Server.Labels;

/// <summary>One row per model.</summary>
public sealed class LabelProgressStore
{
    public LabelProgress? Find(Session session, long modelId) => session.First<LabelProgress>(
        "SELECT model_id, policy, last_event, last_outcome, last_example, last_cutoff FROM label_progress WHERE model_id = @modelId", new { modelId });

    public void Save(Session session, LabelProgress progress) => session.Execute("""
        INSERT INTO label_progress (model_id, policy, last_event, last_outcome, last_example, last_cutoff)
        VALUES (@ModelId, @Policy, @LastEvent, @LastOutcome, @LastExample, @LastCutoff)
        ON CONFLICT (model_id) DO UPDATE SET policy = excluded.policy, last_event = excluded.last_event, last_outcome = excluded.last_outcome,
            last_example = excluded.last_example, last_cutoff = excluded.last_cutoff
        """, progress);
}

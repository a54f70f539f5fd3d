using Coppice.Server.Storage;

namespace Coppice.Server.Labels;

/// <summary>One row per model that has said ranges which could be checked.</summary>
public sealed class MissRateStore
{
    public MissRate? Find(Session session, long modelId) =>
        session.First<MissRate>("SELECT model_id, rate, amounts, missed FROM miss_rates WHERE model_id = @modelId", new { modelId });

    public void Save(Session session, MissRate rate) => session.Execute("""
        INSERT INTO miss_rates (model_id, rate, amounts, missed) VALUES (@ModelId, @Rate, @Amounts, @Missed)
        ON CONFLICT (model_id) DO UPDATE SET rate = excluded.rate, amounts = excluded.amounts, missed = excluded.missed
        """, rate);

    /// <summary>
    /// Labels after a number that say what came of a range: their numbers, and whether the amount lay outside. What a companion said for the
    /// time being is no promise of its version.
    /// </summary>
    public IReadOnlyList<(long Label, long Missed)> Checked(Session session, long modelId, long afterLabel) => session.Query<(long, long)>("""
        SELECT l.id, CASE WHEN l.value < p.low OR l.value > p.high THEN 1 ELSE 0 END
        FROM labels l JOIN predictions p ON p.id = l.source_id
        WHERE l.id > @afterLabel AND l.model_id = @modelId AND l.source = 'logged' AND p.low IS NOT NULL AND p.arm <> 'quick'
        """, new { modelId, afterLabel });
}

using Coppice.Server.Predictions;
using Coppice.Server.Storage;

namespace Coppice.Server.Ramps;

/// <summary>Answers given while a version takes over, and what came true of them; always only what is new.</summary>
public sealed class RampAnswerStore
{
    /// <summary>Answers of a model after a number, in their order. What companions said first is not among them.</summary>
    public IReadOnlyList<RampAnswer> After(Session session, long modelId, long afterId, int most) => session.Query<RampAnswer>($"""
        SELECT id, version_id, customer_id, as_of, score FROM predictions
        WHERE model_id = @modelId AND id > @afterId AND arm <> '{Arms.Quick}' AND quick_score IS NULL ORDER BY id LIMIT @most
        """, new { modelId, afterId, most });

    /// <summary>The newest answers of a model up to a number.</summary>
    public IReadOnlyList<RampAnswer> Before(Session session, long modelId, long lastId, int most) => session.Query<RampAnswer>($"""
        SELECT id, version_id, customer_id, as_of, score FROM predictions
        WHERE model_id = @modelId AND id <= @lastId AND arm <> '{Arms.Quick}' AND quick_score IS NULL ORDER BY id DESC LIMIT @most
        """, new { modelId, lastId, most });

    /// <summary>Labels after a number, of answers after a number, in the order of the labels.</summary>
    public IReadOnlyList<RampOutcome> Matured(Session session, long modelId, long afterLabel, long afterPrediction, int most) => session.Query<RampOutcome>("""
        SELECT l.id, p.version_id, p.customer_id, p.score, l.value
        FROM labels l JOIN predictions p ON p.id = l.source_id
        WHERE l.id > @afterLabel AND l.model_id = @modelId AND l.source = 'logged' AND l.replaced_at IS NULL AND p.id > @afterPrediction
        ORDER BY l.id LIMIT @most
        """, new { modelId, afterLabel, afterPrediction, most });
}

/// <summary>An answer as it was recorded.</summary>
public sealed record RampAnswer(long Id, long VersionId, long CustomerId, long AsOf, double Score);

/// <summary>An answer whose truth is known.</summary>
public sealed record RampOutcome(long Id, long VersionId, long CustomerId, double Score, double Value);

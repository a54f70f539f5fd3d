using Coppice.Server.Predictions;
using Coppice.Server.Storage;

namespace Coppice.Server.Ramps;

/// <summary>Answers given while a version takes over, and before; always only what is new.</summary>
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
}

/// <summary>An answer as it was recorded.</summary>
public sealed record RampAnswer(long Id, long VersionId, long CustomerId, long AsOf, double Score);

using Coppice.Server.Storage;

namespace Coppice.Server.Gates.Reviews;

/// <summary>Reviews of decisions, append-only.</summary>
public sealed class ReviewStore
{
    public void Add(Session session, DecisionReview review) => session.Insert("""
        INSERT INTO decision_reviews (model_id, decision_id, reviewed_at, rows, verdict, metric, difference, half_width, saved, saved_half_width)
        VALUES (@ModelId, @DecisionId, @ReviewedAt, @Rows, @Verdict, @Metric, @Difference, @HalfWidth, @Saved, @SavedHalfWidth)
        """, review);

    /// <summary>The newest of every decision of a model, by decision.</summary>
    public IReadOnlyDictionary<long, DecisionReview> Newest(Session session, long modelId) => session.Query<DecisionReview>("""
        SELECT * FROM decision_reviews WHERE model_id = @modelId AND id IN (SELECT MAX(id) FROM decision_reviews WHERE model_id = @modelId GROUP BY decision_id)
        """, new { modelId }).ToDictionary(review => review.DecisionId);
}

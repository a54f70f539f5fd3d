using Coppice.Server.Storage;

namespace Coppice.Server.Predictions;

/// <summary>Predictions, append-only.</summary>
public sealed class PredictionStore
{
    /// <summary>Records answers and gives their numbers; an id that is already there keeps its first answer and gives a negative number.</summary>
    public IReadOnlyList<long> Add(Session session, IReadOnlyList<Prediction> predictions)
    {
        using var insert = session.Prepare("""
            INSERT INTO predictions (prediction_id, model_id, version_id, customer_id, as_of, arm, score, inputs)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id
            """);
        long[] ids = new long[predictions.Count];
        for (int i = 0; i < ids.Length; i++)
        {
            var p = predictions[i];
            ids[i] = insert.Scalar(p.PredictionId, p.ModelId, p.VersionId, p.CustomerId, p.AsOf, p.Arm, p.Score, p.Inputs) is long id ? id : -1;
        }

        return ids;
    }

    public long Count(Session session) => session.Value<long>("SELECT COUNT(*) FROM predictions");

    /// <summary>Inputs by prediction number.</summary>
    public string Inputs(Session session, long id) => session.Value<string>("SELECT inputs FROM predictions WHERE id = @id", new { id });

    /// <summary>The newest prediction of a model for a customer at or before a time.</summary>
    public (long Id, long AsOf)? LatestBefore(Session session, long modelId, long customerId, long time) =>
        session.Query<(long, long)>(
            "SELECT id, as_of FROM predictions WHERE customer_id = @customerId AND model_id = @modelId AND as_of <= @time ORDER BY as_of DESC, id DESC LIMIT 1",
            new { modelId, customerId, time }) is [var latest] ? latest : null;
}

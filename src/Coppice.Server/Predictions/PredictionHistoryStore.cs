using Coppice.Server.Storage;

namespace Coppice.Server.Predictions;

/// <summary>Recorded predictions, for reading.</summary>
public sealed class PredictionHistoryStore
{
    private const string Columns = "p.id, p.prediction_id, p.model_id, p.version_id, p.customer_id, p.as_of, p.arm, p.score, p.low, p.high, p.quick_score, p.refined_at";

    public RecordedAnswer? Latest(Session session, long modelId, long customerId) => session.First<RecordedAnswer>($"""
        SELECT {Columns} FROM predictions p WHERE p.customer_id = @customerId AND p.model_id = @modelId ORDER BY p.as_of DESC, p.id DESC LIMIT 1
        """, new { modelId, customerId });

    /// <summary>Predictions about a customer before a place in time, newest first; a null model means all.</summary>
    public IReadOnlyList<RecordedAnswer> Before(Session session, long customerId, long? modelId, PredictionPlace place, int most) => session.Query<RecordedAnswer>($"""
        SELECT {Columns} FROM predictions p
        WHERE p.customer_id = @customerId {(modelId is null ? "" : "AND p.model_id = @modelId")} AND (p.as_of < @AsOf OR (p.as_of = @AsOf AND p.id < @Id))
        ORDER BY p.as_of DESC, p.id DESC LIMIT @most
        """, new { customerId, modelId, place.AsOf, place.Id, most });

    public RecordedAnswer? Find(Session session, string predictionId) => session.First<RecordedAnswer>(
        $"SELECT {Columns} FROM predictions p WHERE p.prediction_id = @predictionId", new { predictionId });

    /// <summary>Those of some ids that are there, in any order.</summary>
    public IReadOnlyList<RecordedAnswer> FindMany(Session session, IReadOnlyList<string> predictionIds) =>
        [.. predictionIds.Chunk(500).SelectMany(ids => session.Query<RecordedAnswer>(
            // Each by itself: of a list as one parameter the two databases have different ideas.
            $"SELECT {Columns} FROM predictions p WHERE p.prediction_id IN ({string.Join(", ", ids.Select((_, i) => $"@id{i}"))})",
            ids.Select((id, i) => KeyValuePair.Create($"id{i}", (object)id)).ToDictionary()))];
}

/// <summary>A prediction as stored, without its inputs.</summary>
public sealed record RecordedAnswer(
    long Id,
    string PredictionId,
    long ModelId,
    long VersionId,
    long CustomerId,
    long AsOf,
    string Arm,
    double Score,
    double? Low,
    double? High,
    double? QuickScore,
    long? RefinedAt)
{
    /// <summary>What the companion said; null where none did.</summary>
    public double? Quick => Arm == Arms.Quick ? Score : QuickScore;
}

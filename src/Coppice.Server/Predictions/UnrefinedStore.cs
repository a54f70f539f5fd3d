using Coppice.Server.Storage;

namespace Coppice.Server.Predictions;

/// <summary>Answers of companions, until the score of the version itself takes their place.</summary>
public sealed class UnrefinedStore
{
    private const string Replace = """
        UPDATE predictions SET quick_score = score, score = $1, low = $2, high = $3, arm = 'champion', refined_at = $4 WHERE id = $5 AND arm = 'quick'
        """;

    /// <summary>Answers that were just recorded together, so that no other lies between their numbers.</summary>
    public void Add(Session session, long batchId, IReadOnlyList<long> predictions)
    {
        if (predictions.Count > 0)
        {
            session.Execute(
                "INSERT INTO unrefined (batch_id, prediction_number) SELECT @batchId, id FROM predictions WHERE id BETWEEN @first AND @last",
                new { batchId, first = predictions.Min(), last = predictions.Max() });
        }
    }

    public long Count(Session session, long batchId) => session.Value<long>("SELECT COUNT(*) FROM unrefined WHERE batch_id = @batchId", new { batchId });

    /// <summary>The first that wait, in the order of their recording; those that are gone with their customer are among them.</summary>
    public IReadOnlyList<Unrefined> First(Session session, long batchId, int most) => session.Query<Unrefined>("""
        SELECT u.prediction_number AS number, p.prediction_id, COALESCE(p.model_id, 0) AS model_id, COALESCE(p.version_id, 0) AS version_id,
            COALESCE(p.customer_id, 0) AS customer_id, COALESCE(p.as_of, 0) AS as_of, p.inputs
        FROM unrefined u LEFT JOIN predictions p ON p.id = u.prediction_number
        WHERE u.batch_id = @batchId ORDER BY u.prediction_number LIMIT @most
        """, new { batchId, most });

    /// <summary>Puts the version's scores in the place of what the companion said of the first that wait; gives how many were there to replace.</summary>
    public int Refine(Session session, long batchId, IReadOnlyList<Refinement> refinements, long now)
    {
        int replaced = 0;
        using var replace = session.Prepare(Replace);
        foreach (var (number, answer) in refinements)
        {
            if (answer is { } given)
                replaced += replace.Execute(given.Score, given.Interval?.Low, given.Interval?.Top, now, number);
        }

        session.Execute("DELETE FROM unrefined WHERE batch_id = @batchId AND prediction_number <= @last", new { batchId, last = refinements.Max(r => r.Number) });
        return replaced;
    }

    /// <summary>Lets what the companion said stand.</summary>
    public void Leave(Session session, long batchId) => session.Execute("DELETE FROM unrefined WHERE batch_id = @batchId", new { batchId });
}

/// <summary>An answer of a companion; without inputs where it is there no more.</summary>
public sealed record Unrefined(long Number, string? PredictionId, long ModelId, long VersionId, long CustomerId, long AsOf, string? Inputs);

/// <summary>What the version says in the place of its companion; null where there is nothing to replace any more.</summary>
public readonly record struct Refinement(long Number, (double Score, AmountInterval? Interval)? Answer);

using Coppice.Server.Storage;

namespace Coppice.Server.Labels;

/// <summary>Answers beside what came true, in the order in which that became known; always only what is new. What a companion said for the time being is no answer of its version.</summary>
public sealed class MaturedAnswerStore
{
    /// <summary>
    /// Answers of a model whose labels were recorded after a number; with another, only those given after that prediction. A correction of what was read
    /// before is left out: corrections are mostly of those who turn out to have come after all, and an answer that counted twice would look like another error.
    /// </summary>
    public IReadOnlyList<MaturedAnswer> After(Session session, long modelId, long afterLabel, int most, long afterPrediction = 0) => session.Query<MaturedAnswer>("""
        SELECT l.id AS label, l.customer_id, l.matures_at, l.value, p.score, p.version_id
        FROM labels l JOIN predictions p ON p.id = l.source_id
        WHERE l.id > @afterLabel AND l.model_id = @modelId AND l.source = 'logged' AND l.replaced_at IS NULL AND p.id > @afterPrediction AND p.arm <> 'quick'
          AND NOT EXISTS (SELECT 1 FROM labels r WHERE r.source = 'logged' AND r.replaced_at IS NOT NULL AND r.source_id = l.source_id AND r.id <= @afterLabel)
        ORDER BY l.id LIMIT @most
        """, new { modelId, afterLabel, afterPrediction, most });
}

/// <summary>An answer and what came of it; numbers are those of the label, the customer and the version.</summary>
public sealed record MaturedAnswer(long Label, long CustomerId, long MaturesAt, double Value, double Score, long VersionId);

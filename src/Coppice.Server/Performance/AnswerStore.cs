using Coppice.Server.Storage;

namespace Coppice.Server.Performance;

/// <summary>Single answers beside what came true. What a companion said for the time being is no answer of its version.</summary>
public sealed class AnswerStore
{
    private const string Labelled = "LEFT JOIN labels l ON l.source = 'logged' AND l.source_id = p.id AND l.replaced_at IS NULL";
    private const string Chosen = "p.model_id = @ModelId AND (@VersionId = 0 OR p.version_id = @VersionId) AND p.as_of >= @From AND p.as_of < @Until AND p.arm <> 'quick'";

    /// <summary>Newest first, before a number.</summary>
    public IReadOnlyList<StoredAnswer> Before(Session session, AnswerFilter filter, long number, int most) => session.Query<StoredAnswer>($"""
        SELECT p.id, p.prediction_id, c.key AS customer, p.as_of, v.major, v.minor, p.score, l.value AS label, l.matures_at
        FROM predictions p JOIN customers c ON c.id = p.customer_id LEFT JOIN versions v ON v.id = p.version_id {Labelled}
        WHERE {Chosen} AND p.id < @number AND p.score >= @LeastScore AND p.score < @MostScore {LabelIs(filter.Label)}
        ORDER BY p.id DESC LIMIT @most
        """, new { filter.ModelId, VersionId = filter.VersionId ?? 0, filter.From, filter.Until, filter.LeastScore, filter.MostScore, number, most });

    /// <summary>Scores and labels of the answers whose labels have matured.</summary>
    public IReadOnlyList<(double Score, double Label)> Matured(Session session, AnswerFilter filter)
    {
        var rows = new List<(double, double)>();
        using var query = session.Prepare("""
            SELECT p.score, l.value FROM labels l JOIN predictions p ON p.id = l.source_id
            WHERE l.model_id = $1 AND l.as_of >= $2 AND l.as_of < $3 AND l.replaced_at IS NULL AND l.source = 'logged' AND p.arm <> 'quick' AND ($4 = 0 OR p.version_id = $4)
            """);
        using var reader = query.Read(filter.ModelId, filter.From, filter.Until, filter.VersionId ?? 0);
        while (reader.Read())
            rows.Add((reader.GetDouble(0), reader.GetDouble(1)));
        return rows;
    }

    private static string LabelIs(string? word) => word switch
    {
        "positive" => "AND l.value > 0",
        "negative" => "AND l.value <= 0",
        "matured" => "AND l.id IS NOT NULL",
        "open" => "AND l.id IS NULL",
        _ => "",
    };
}

/// <summary>An answer as stored, with its label where it has matured.</summary>
public sealed record StoredAnswer(long Id, string PredictionId, string Customer, long AsOf, long? Major, long? Minor, double Score, double? Label, long? MaturesAt);

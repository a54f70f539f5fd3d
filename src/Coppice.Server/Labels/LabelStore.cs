using Coppice.Server.Storage;

namespace Coppice.Server.Labels;

/// <summary>Labels: one current row per example, and every row a correction took the place of.</summary>
public sealed class LabelStore(LabelProgressStore progresses, LabelCache cache)
{
    internal const string ReplaceLabel = "UPDATE labels SET replaced_at = $1 WHERE id = $2";

    /// <summary>Adds and corrects many labels.</summary>
    public LabelWriter Write(Session session) => new(session);

    /// <summary>Matured labels as they were known at a time, by customer, time and number: the canonical training order.</summary>
    public IReadOnlyList<Label> Matured(Session session, long modelId, long knownBy)
    {
        if (progresses.Find(session, modelId) is { } progress && cache.Read(modelId, progress.Policy, LastId(session), knownBy, last => Since(session, modelId, last)) is { } labels)
            return labels;
        using var query = session.Prepare($"""
            SELECT {TrainingColumns} FROM labels
            WHERE model_id = $1 AND known_time <= $2 AND (replaced_at IS NULL OR replaced_at > $2)
            """);
        return LabelRows.Read(query, modelId, knownBy);
    }

    /// <summary>Current real labels whose as-of time is after another, in the same order.</summary>
    public IReadOnlyList<Label> MaturedAfter(Session session, long modelId, long after, long knownBy)
    {
        using var query = session.Prepare($"""
            SELECT {TrainingColumns} FROM labels
            WHERE model_id = $1 AND known_time <= $2 AND as_of > $3 AND replaced_at IS NULL AND source <> 'synthetic'
            """);
        return LabelRows.Read(query, modelId, knownBy, after);
    }

    /// <summary>Current labels of a customer whose as-of time is later than one time and not after another.</summary>
    public IReadOnlyList<CurrentLabel> OfCustomer(Session session, long modelId, long customerId, long after, long until) => session.Query<CurrentLabel>($"""
        SELECT {Columns} FROM labels
        WHERE source <> 'logged' AND customer_id = @customerId AND model_id = @modelId AND replaced_at IS NULL AND as_of > @after AND as_of <= @until
        UNION ALL
        SELECT {LabelColumns} FROM predictions p JOIN labels l ON l.source = 'logged' AND l.source_id = p.id AND l.replaced_at IS NULL
        WHERE p.customer_id = @customerId AND p.model_id = @modelId AND p.as_of > @after AND p.as_of <= @until
        """, new { modelId, customerId, after, until });

    public CurrentLabel? OfSource(Session session, long modelId, long customerId, long asOf, string source, long sourceId) => session.First<CurrentLabel>($"""
        SELECT {Columns} FROM labels WHERE {(source == LabelSource.Logged
            ? "source = 'logged' AND source_id = @sourceId"
            : "source <> 'logged' AND customer_id = @customerId AND model_id = @modelId AND as_of = @asOf AND source = @source AND source_id = @sourceId")}
            AND replaced_at IS NULL
        """, new { modelId, customerId, asOf, source, sourceId });

    /// <summary>Matured labels of recorded predictions by customer key and time of asking.</summary>
    public IReadOnlyDictionary<(string Customer, long AsOf), double> LoggedSince(Session session, long modelId, long since) => session
        .Query<(string Customer, long AsOf, double Value)>("""
            SELECT c.key, l.as_of, l.value FROM labels l JOIN customers c ON c.id = l.customer_id
            WHERE l.model_id = @modelId AND l.source = 'logged' AND l.replaced_at IS NULL AND l.as_of >= @since
            """, new { modelId, since })
        .ToDictionary(l => (l.Customer, l.AsOf), l => l.Value);

    public long CountMatured(Session session, long modelId) => session.Value<long>(
        "SELECT COUNT(*) FROM labels WHERE model_id = @modelId AND replaced_at IS NULL AND source <> 'synthetic'", new { modelId });

    /// <summary>The newest label's number.</summary>
    public long LastId(Session session) => session.Value<long>("SELECT COALESCE(MAX(id), 0) FROM labels");

    /// <summary>Matured real labels recorded after a number whose as-of time is after <paramref name="after"/>.</summary>
    public long CountNew(Session session, long modelId, long after, long lastId) => session.Value<long>("""
        SELECT COUNT(*) FROM labels WHERE model_id = @modelId AND replaced_at IS NULL AND source <> 'synthetic' AND as_of > @after AND id > @lastId
        """, new { modelId, after, lastId });

    /// <summary>Matured real labels whose as-of time is after <paramref name="after"/>: how many, and how many above zero.</summary>
    public (long Rows, long Positives) CountSince(Session session, long modelId, long after) => session.First<(long, long)>("""
        SELECT COUNT(*), COUNT(CASE WHEN value > 0 THEN 1 END) FROM labels
        WHERE model_id = @modelId AND replaced_at IS NULL AND source <> 'synthetic' AND as_of > @after
        """, new { modelId, after });

    /// <summary>Current labels of recorded predictions.</summary>
    public long CountLogged(Session session, long modelId) =>
        session.Value<long>("SELECT COUNT(*) FROM labels WHERE model_id = @modelId AND source = 'logged' AND replaced_at IS NULL", new { modelId });

    public IReadOnlyList<LabelCount> CountBySource(Session session, long modelId) => session.Query<LabelCount>("""
        SELECT source, SUM(CASE WHEN replaced_at IS NULL THEN 1 ELSE 0 END) AS matured, SUM(CASE WHEN replaced_at IS NULL THEN 0 ELSE 1 END) AS corrected,
               AVG(CASE WHEN replaced_at IS NULL THEN value END) AS mean
        FROM labels WHERE model_id = @modelId GROUP BY source ORDER BY source
        """, new { modelId });

    /// <summary>Puts every current label of a model aside, because its policy has changed.</summary>
    public void ReplaceAll(Session session, long modelId, long at) =>
        session.Execute("UPDATE labels SET replaced_at = @at WHERE model_id = @modelId AND replaced_at IS NULL", new { modelId, at });

    private static LabelRows Since(Session session, long modelId, long lastId)
    {
        using var query = session.Prepare($"SELECT {TrainingColumns}, known_time, replaced_at FROM labels WHERE id > $1 AND model_id = $2");
        return LabelRows.OfAll(query, lastId, modelId);
    }

    private const string TrainingColumns = "id, customer_id, as_of, source, source_id, value, weight, matures_at";
    private const string Columns = "id, customer_id, as_of, source, source_id, matures_at, value, weight";
    private const string LabelColumns = "l.id, l.customer_id, l.as_of, l.source, l.source_id, l.matures_at, l.value, l.weight";
}

/// <summary>How many labels of a model have matured from a source.</summary>
public sealed record LabelCount(string Source, long Matured, long Corrected, double? Mean);

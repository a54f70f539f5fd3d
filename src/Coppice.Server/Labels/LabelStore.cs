using Coppice.Server.Storage;

namespace Coppice.Server.Labels;

/// <summary>Labels: one current row per example, and every row a correction took the place of.</summary>
public sealed class LabelStore
{
    internal const string AddLabel = """
        INSERT INTO labels (model_id, customer_id, as_of, source, source_id, matures_at, value, event_time, known_time, weight)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING
        """;
    internal const string MatureLabel = "UPDATE labels SET value = $1, event_time = $2, known_time = $3 WHERE id = $4";
    internal const string ReplaceLabel = "UPDATE labels SET replaced_at = $1 WHERE id = $2";

    /// <summary>Adds labels: open ones without a value, matured ones with it.</summary>
    public LabelWriter Write(Session session) => new(session);

    /// <summary>Matured labels as they were known at a time, by customer, time and number: the canonical training order.</summary>
    public IReadOnlyList<Label> Matured(Session session, long modelId, long knownBy)
    {
        using var query = session.Prepare("""
            SELECT id, customer_id, as_of, source, source_id, value, weight, matures_at FROM labels
            WHERE model_id = $1 AND value IS NOT NULL AND known_time <= $2 AND (replaced_at IS NULL OR replaced_at > $2)
            """);
        var labels = new List<Label>();
        using (var reader = query.Read(modelId, knownBy))
        {
            while (reader.Read())
            {
                labels.Add(new Label(
                    reader.GetInt64(0),
                    reader.GetInt64(1),
                    reader.GetInt64(2),
                    string.Intern(reader.GetString(3)),
                    reader.GetInt64(4),
                    reader.GetDouble(5),
                    reader.GetDouble(6),
                    reader.GetInt64(7)));
            }
        }

        labels.Sort(static (a, b) =>
        {
            int order = a.CustomerId.CompareTo(b.CustomerId);
            if (order == 0)
                order = a.AsOf.CompareTo(b.AsOf);
            return order == 0 ? a.Id.CompareTo(b.Id) : order;
        });
        return labels;
    }

    /// <summary>Open labels whose window has closed by a time.</summary>
    public IReadOnlyList<PendingLabel> Due(Session session, long modelId, long time) => session.Query<PendingLabel>($"""
        SELECT {Pending} FROM labels WHERE model_id = @modelId AND value IS NULL AND replaced_at IS NULL AND matures_at <= @time ORDER BY customer_id, as_of, id
        """, new { modelId, time });

    /// <summary>Current labels of a customer whose as-of time is later than one time and not after another.</summary>
    public IReadOnlyList<PendingLabel> OfCustomer(Session session, long modelId, long customerId, long after, long until) => session.Query<PendingLabel>($"""
        SELECT {Pending} FROM labels WHERE customer_id = @customerId AND model_id = @modelId AND replaced_at IS NULL AND as_of > @after AND as_of <= @until
        """, new { modelId, customerId, after, until });

    public PendingLabel? OfSource(Session session, long modelId, long customerId, long asOf, string source, long sourceId) => session.First<PendingLabel>($"""
        SELECT {Pending} FROM labels
        WHERE customer_id = @customerId AND model_id = @modelId AND as_of = @asOf AND source = @source AND source_id = @sourceId AND replaced_at IS NULL
        """, new { modelId, customerId, asOf, source, sourceId });

    /// <summary>Matured labels of recorded predictions by customer key and time of asking.</summary>
    public IReadOnlyDictionary<(string Customer, long AsOf), double> LoggedSince(Session session, long modelId, long since) => session
        .Query<(string Customer, long AsOf, double Value)>("""
            SELECT c.key, l.as_of, l.value FROM labels l JOIN customers c ON c.id = l.customer_id
            WHERE l.model_id = @modelId AND l.source = 'logged' AND l.value IS NOT NULL AND l.replaced_at IS NULL AND l.as_of >= @since
            """, new { modelId, since })
        .ToDictionary(l => (l.Customer, l.AsOf), l => l.Value);

    public long CountMatured(Session session, long modelId) => session.Value<long>(
        "SELECT COUNT(*) FROM labels WHERE model_id = @modelId AND value IS NOT NULL AND replaced_at IS NULL AND source <> 'synthetic'", new { modelId });

    /// <summary>Matured real labels whose as-of time is after <paramref name="after"/>: how many, and how many above zero.</summary>
    public (long Rows, long Positives) CountSince(Session session, long modelId, long after) => session.First<(long, long)>("""
        SELECT COUNT(*), COUNT(CASE WHEN value > 0 THEN 1 END) FROM labels
        WHERE model_id = @modelId AND value IS NOT NULL AND replaced_at IS NULL AND source <> 'synthetic' AND as_of > @after
        """, new { modelId, after });

    /// <summary>When the <paramref name="count"/>-th open label will mature; null where fewer are open.</summary>
    public long? MaturityOf(Session session, long modelId, long count) => session.First<long?>("""
        SELECT matures_at FROM labels WHERE model_id = @modelId AND value IS NULL AND replaced_at IS NULL AND matures_at < 9000000000000000
        ORDER BY matures_at LIMIT 1 OFFSET @skip
        """, new { modelId, skip = count - 1 });

    public IReadOnlyList<LabelCount> CountBySource(Session session) => session.Query<LabelCount>("""
        SELECT m.name AS model, l.source, COUNT(CASE WHEN l.replaced_at IS NULL THEN l.value END) AS matured,
               COUNT(CASE WHEN l.replaced_at IS NULL AND l.value IS NULL THEN 1 END) AS open, COUNT(l.replaced_at) AS corrected, AVG(CASE WHEN l.replaced_at IS NULL THEN l.value END) AS mean
        FROM labels l JOIN models m ON m.id = l.model_id GROUP BY m.id, l.source ORDER BY m.id, l.source
        """);

    /// <summary>Puts every current label of a model aside, because its policy has changed.</summary>
    public void ReplaceAll(Session session, long modelId, long at) =>
        session.Execute("UPDATE labels SET replaced_at = @at WHERE model_id = @modelId AND replaced_at IS NULL", new { modelId, at });

    /// <summary>Opens a label for every prediction of a model that has none.</summary>
    public void OpenForPredictions(Session session, long modelId, long windowAndLag) => session.Execute("""
        INSERT INTO labels (model_id, customer_id, as_of, source, source_id, matures_at)
        SELECT model_id, customer_id, as_of, 'logged', id, as_of + @windowAndLag FROM predictions WHERE model_id = @modelId
        ON CONFLICT DO NOTHING
        """, new { modelId, windowAndLag });

    private const string Pending = "id, customer_id, as_of, source, source_id, matures_at, value, weight";
}

/// <summary>How many labels of a model come from a source.</summary>
public sealed record LabelCount(string Model, string Source, long Matured, long Open, long Corrected, double? Mean);

using Coppice.Server.Storage;

namespace Coppice.Server.Overview;

/// <summary>Everything that is known of one customer, in the order of time.</summary>
public sealed class TimelineStore
{
    /// <summary>Newest first, before a place.</summary>
    public IReadOnlyList<TimelineRow> Before(Session session, long customerId, TimelinePlace place, int most) => session.Query<TimelineRow>("""
        SELECT at, kind, id, known_at, name, value, quantity, product, text, model, major, minor FROM (
            SELECT e.event_time AS at, 1 AS kind, e.id, e.known_time AS known_at, t.name, e.value, e.quantity, e.product, NULL AS text, NULL AS model, 0 AS major, 0 AS minor
            FROM events e JOIN event_types t ON t.id = e.type_id WHERE e.customer_id = @customerId
            UNION ALL
            SELECT event_time, 2, id, known_time, language, NULL, NULL, NULL, text, NULL, 0, 0 FROM notes WHERE customer_id = @customerId
            UNION ALL
            SELECT holds_from, 3, id, known_time, NULL, NULL, NULL, NULL, attributes, NULL, 0, 0 FROM profiles WHERE customer_id = @customerId
            UNION ALL
            SELECT p.as_of, 4, p.id, p.as_of, p.prediction_id, p.score, NULL, NULL, NULL, m.name, v.major, v.minor
            FROM predictions p JOIN models m ON m.id = p.model_id LEFT JOIN versions v ON v.id = p.version_id WHERE p.customer_id = @customerId
            UNION ALL
            SELECT event_time, 5, id, known_time, name, NULL, NULL, NULL, value, NULL, 0, 0 FROM outcomes WHERE customer_id = @customerId
        ) AS everything
        WHERE at < @At OR (at = @At AND (kind < @Kind OR (kind = @Kind AND id < @Id)))
        ORDER BY at DESC, kind DESC, id DESC LIMIT @most
        """, new { customerId, place.At, place.Kind, place.Id, most });
}

/// <summary>One thing known of a customer; which columns say something depends on its kind.</summary>
public sealed record TimelineRow(
    long At,
    long Kind,
    long Id,
    long KnownAt,
    string? Name,
    double? Value,
    double? Quantity,
    string? Product,
    string? Text,
    string? Model,
    long? Major,
    long? Minor);

using Coppice.Server.Http;
using Coppice.Server.Storage;

namespace Coppice.Server.Alerts;

/// <summary>Alerts, open and closed.</summary>
public sealed class AlertStore
{
    private const string Columns = """
        severity = @Severity, sentence = @Sentence, how_bad = @HowBad, to_do = @ToDo, link = @Link, mark = @Mark, last_seen = @LastSeen, times = @Times,
            closed_at = @ClosedAt, acknowledged_by = @AcknowledgedBy, acknowledged_at = @AcknowledgedAt, silenced_by = @SilencedBy,
            silenced_until = @SilencedUntil, told = @Told
        """;

    public Alert Add(Session session, Alert alert) => alert with
    {
        Id = session.Insert("""
            INSERT INTO alerts (code, model_id, severity, sentence, how_bad, to_do, link, mark, since, opened_at, last_seen, times, silenced_by, silenced_until, told)
            VALUES (@Code, @ModelId, @Severity, @Sentence, @HowBad, @ToDo, @Link, @Mark, @Since, @OpenedAt, @LastSeen, @Times, @SilencedBy, @SilencedUntil, @Told)
            """, alert),
    };

    public void Update(Session session, Alert alert) => session.Execute($"UPDATE alerts SET {Columns} WHERE id = @Id", alert);

    public Alert? Find(Session session, long id) => session.First<Alert>("SELECT * FROM alerts WHERE id = @id", new { id });

    /// <summary>An alert by number.</summary>
    /// <exception cref="RequestException">There is no such alert.</exception>
    public Alert Require(Session session, long id) =>
        Find(session, id) ?? throw new RequestException(AlertCodes.Unknown, $"There is no alert {id}.", RefusalKind.NotFound);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Alert> Open(Session session) => session.Query<Alert>("SELECT * FROM alerts WHERE closed_at IS NULL ORDER BY id");

    /// <summary>The newest alert and how many are open: another pair where one has opened or closed.</summary>
    public (long Newest, long Open) Stand(Session session) =>
        session.First<(long, long)>("SELECT COALESCE(MAX(id), 0), COALESCE(SUM(CASE WHEN closed_at IS NULL THEN 1 ELSE 0 END), 0) FROM alerts");

    /// <summary>Newest first, before a number.</summary>
    public IReadOnlyList<Alert> Before(Session session, long id, int most) =>
        session.Query<Alert>("SELECT * FROM alerts WHERE id < @id ORDER BY id DESC LIMIT @most", new { id, most });

    /// <summary>The newest of a code and a model.</summary>
    public Alert? Newest(Session session, string code, long modelId) =>
        session.First<Alert>("SELECT * FROM alerts WHERE code = @code AND model_id = @modelId ORDER BY id DESC LIMIT 1", new { code, modelId });
}

using Coppice.Server.Storage;

namespace Coppice.Server.Alerts.Channels;

/// <summary>Messages that wait to be sent, and those that were.</summary>
public sealed class AlertMessageStore
{
    /// <summary>Messages kept once they are sent or given up.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public void Add(Session session, WaitingMessage message)
    {
        session.Insert("""
            INSERT INTO alert_messages (alert_id, channel, kind, message, created_at, next_attempt) VALUES (@AlertId, @Channel, @Kind, @Message, @CreatedAt, @NextAttempt)
            """, message);
        session.Execute("DELETE FROM alert_messages WHERE channel = @Channel AND (sent_at < @before OR given_up_at < @before)", new { message.Channel, before = message.CreatedAt - Kept });
    }

    public WaitingMessage? Oldest(Session session, string channel) => session.First<WaitingMessage>(
        "SELECT * FROM alert_messages WHERE channel = @channel AND sent_at IS NULL AND given_up_at IS NULL ORDER BY id LIMIT 1", new { channel });

    public void Update(Session session, WaitingMessage message) => session.Execute("""
        UPDATE alert_messages SET attempts = @Attempts, next_attempt = @NextAttempt, sent_at = @SentAt, given_up_at = @GivenUpAt, error = @Error WHERE id = @Id
        """, message);

    public long CountWaiting(Session session, string channel) => session.Value<long>(
        "SELECT COUNT(*) FROM alert_messages WHERE channel = @channel AND sent_at IS NULL AND given_up_at IS NULL", new { channel });

    public long CountGivenUp(Session session, string channel) => session.Value<long>(
        "SELECT COUNT(*) FROM alert_messages WHERE channel = @channel AND given_up_at IS NOT NULL", new { channel });

    public DateTimeOffset? LastSent(Session session, string channel) =>
        session.First<long?>("SELECT MAX(sent_at) FROM alert_messages WHERE channel = @channel", new { channel }) is { } at ? UtcMicroseconds.ToTime(at) : null;
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Storage;

namespace Coppice.Server.Audit;

/// <summary>Facts that happened, by whom; each carries the hash of the one before, so none can be changed or dropped unseen.</summary>
public sealed class AuditStore(TimeProvider time)
{
    // A subject that is about a model begins with its name: "purchase" or "purchase 2.1".
    private const string Entries = """
        SELECT a.id, a.at, a.actor, a.action, a.subject, a.details, m.name AS model
        FROM audit a LEFT JOIN models m ON m.name = a.subject OR substr(a.subject, 1, length(m.name) + 1) = m.name || ' '
        """;

    public void Append(Session session, string actor, string action, string subject, object details)
    {
        string previous = session.First<string>("SELECT hash FROM audit ORDER BY id DESC LIMIT 1") ?? new string('0', 64);
        long at = time.GetUtcNow().ToMicroseconds();
        string text = JsonSerializer.Serialize(details, CoppiceJson.Options);
        string hash = Hash(previous, at, actor, action, subject, text);
        session.Execute(
            "INSERT INTO audit (at, actor, action, subject, details, previous_hash, hash) VALUES (@at, @actor, @action, @subject, @text, @previous, @hash)",
            new { at, actor, action, subject, text, previous, hash });
    }

    /// <summary>Where the audit stands, and what it says of a subject, oldest first.</summary>
    public AuditExcerpt Read(Session session, string subject)
    {
        var (position, hash) = session.Query<(long, string)>("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1") is [var newest] ? newest : (0, new string('0', 64));
        return new AuditExcerpt(position, hash, session.Query<AuditFact>(
            "SELECT id, at, actor, action, subject, details, previous_hash, hash FROM audit WHERE subject = @subject ORDER BY id", new { subject }));
    }

    /// <summary>Newest first, before a position; about a model and of a kind where these are given.</summary>
    public IReadOnlyList<AuditLine> Before(Session session, long position, string? model, string? kind, int most) => session.Query<AuditLine>(
        Entries + " WHERE a.id < @position AND (@model = '' OR m.name = @model) AND (@kind = '' OR a.action = @kind) ORDER BY a.id DESC LIMIT @most",
        new { position, model = model ?? "", kind = kind ?? "", most });

    /// <summary>Oldest first, after a position.</summary>
    public IReadOnlyList<AuditLine> After(Session session, long position, int most) =>
        session.Query<AuditLine>(Entries + " WHERE a.id > @position ORDER BY a.id LIMIT @most", new { position, most });

    /// <summary>The position of the newest entry; 0 where there is none.</summary>
    public long Newest(Session session) => session.Value<long>("SELECT COALESCE(MAX(id), 0) FROM audit");

    public string? HashOf(Session session, long id) => session.First<string>("SELECT hash FROM audit WHERE id = @id", new { id });

    /// <summary>The first entry whose hash does not follow from its content and the one before; null where the chain is whole.</summary>
    public long? FindBreak(Session session)
    {
        string previous = new('0', 64);
        foreach (var entry in session.Query<AuditFact>("SELECT id, at, actor, action, subject, details, previous_hash, hash FROM audit ORDER BY id"))
        {
            if (entry.PreviousHash != previous || entry.Hash != Hash(previous, entry.At, entry.Actor, entry.Action, entry.Subject, entry.Details))
                return entry.Id;
            previous = entry.Hash;
        }

        return null;
    }

    private static string Hash(string previous, long at, string actor, string action, string subject, string details) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', previous, at, actor, action, subject, details))));
}

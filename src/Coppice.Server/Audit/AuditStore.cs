using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Storage;

namespace Coppice.Server.Audit;

/// <summary>Facts that happened, by whom; each carries the hash of the one before, so none can be changed or dropped unseen.</summary>
public sealed class AuditStore(TimeProvider time)
{
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

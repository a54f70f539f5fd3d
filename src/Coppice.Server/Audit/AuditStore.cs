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

    /// <summary>The first entry whose hash does not follow from its content and the one before; null where the chain is whole.</summary>
    public long? FindBreak(Session session)
    {
        string previous = new('0', 64);
        foreach (var entry in session.Query<AuditEntry>("SELECT id, at, actor, action, subject, details, previous_hash, hash FROM audit ORDER BY id"))
        {
            if (entry.PreviousHash != previous || entry.Hash != Hash(previous, entry.At, entry.Actor, entry.Action, entry.Subject, entry.Details))
                return entry.Id;
            previous = entry.Hash;
        }

        return null;
    }

    private static string Hash(string previous, long at, string actor, string action, string subject, string details) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', previous, at, actor, action, subject, details))));

    private sealed record AuditEntry(long Id, long At, string Actor, string Action, string Subject, string Details, string PreviousHash, string Hash);
}

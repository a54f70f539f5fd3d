using Coppice.Server.Storage;

namespace Coppice.Server.Workspaces.Changes;

/// <summary>Texts that the definition file has had, as far as they were written through the server or stood there before.</summary>
public sealed class DefinitionStore
{
    public long Add(Session session, StoredDefinition definition) => session.Insert(
        "INSERT INTO definitions (at, actor, reason, sha256, text) VALUES (@At, @Actor, @Reason, @Sha256, @Text)", definition);

    /// <summary>Newest first, before a number.</summary>
    public IReadOnlyList<StoredDefinition> Before(Session session, long id, int most) => session.Query<StoredDefinition>(
        "SELECT id, at, actor, reason, sha256, text FROM definitions WHERE id < @id ORDER BY id DESC LIMIT @most", new { id, most });
}

/// <summary>A text of the definition file, with who wrote it and when.</summary>
public sealed record StoredDefinition(long Id, DateTimeOffset At, string Actor, string? Reason, string Sha256, string Text);

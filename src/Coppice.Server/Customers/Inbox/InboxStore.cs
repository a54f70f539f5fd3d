using Coppice.Server.Storage;

namespace Coppice.Server.Customers.Inbox;

/// <summary>Files that lay in the inbox, append-only.</summary>
public sealed class InboxStore
{
    public void Add(Session session, InboxFile file) => session.Insert(
        "INSERT INTO inbox_files (name, kind, state, at, moved_to, reason, report) VALUES (@Name, @Kind, @State, @At, @MovedTo, @Reason, @Report)", file);

    /// <summary>The newest files, newest first.</summary>
    public IReadOnlyList<InboxFile> Newest(Session session, int most) => session.Query<InboxFile>(
        "SELECT id, name, kind, state, at, moved_to, reason, report FROM inbox_files ORDER BY id DESC LIMIT @most", new { most });
}

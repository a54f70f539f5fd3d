using Coppice.Server.Storage;

namespace Coppice.Server.Quality;

/// <summary>Files that came. Only the newest of a kind keep what their columns looked like.</summary>
public sealed class ImportStore
{
    private const int MostCompared = 100;

    public long Add(Session session, ImportRecord import)
    {
        session.Execute("""
            UPDATE imports SET columns = NULL WHERE kind = @Kind AND columns IS NOT NULL AND id <= (
                SELECT id FROM imports WHERE kind = @Kind ORDER BY id DESC LIMIT 1 OFFSET @most)
            """, new { import.Kind, most = MostCompared });
        return session.Insert("""
            INSERT INTO imports (kind, file, source, at, actor, state, digest, rows_read, added, already_known, set_aside, unfilled, in_future, repeated,
                new_customers, first_time, last_time, columns, findings)
            VALUES (@Kind, @File, @Source, @At, @Actor, @State, @Digest, @RowsRead, @Added, @AlreadyKnown, @SetAside, @Unfilled, @InFuture, @Repeated,
                @NewCustomers, @FirstTime, @LastTime, @Columns, @Findings)
            """, import);
    }

    /// <summary>Files of a kind that were imported and may be held against another, newest first.</summary>
    public IReadOnlyList<ImportRecord> Comparable(Session session, string kind) => session.Query<ImportRecord>(
        "SELECT * FROM imports WHERE kind = @kind AND state = 'imported' AND columns IS NOT NULL ORDER BY id DESC LIMIT @most", new { kind, most = MostCompared });

    /// <summary>The import of the very same file; null where there was none.</summary>
    public ImportRecord? Same(Session session, string kind, string digest) => session.First<ImportRecord>(
        "SELECT * FROM imports WHERE kind = @kind AND digest = @digest AND state = 'imported' ORDER BY id DESC LIMIT 1", new { kind, digest });

    /// <summary>Newest first, before a number, of a kind and in a state where these are given.</summary>
    public IReadOnlyList<ImportRecord> Before(Session session, long id, string? kind, string? state, int most) => session.Query<ImportRecord>("""
        SELECT id, kind, file, source, at, actor, state, digest, rows_read, added, already_known, set_aside, unfilled, in_future, repeated,
            new_customers, first_time, last_time, findings
        FROM imports WHERE id < @id AND (@kind = '' OR kind = @kind) AND (@state = '' OR state = @state) ORDER BY id DESC LIMIT @most
        """, new { id, kind = kind ?? "", state = state ?? "", most });

    public bool HasCustomers(Session session) => session.First<long?>("SELECT id FROM customers ORDER BY id LIMIT 1") is not null;
}

using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Batches;

/// <summary>Batches and how far they have come.</summary>
public sealed class BatchStore
{
    public long Add(Session session, Batch batch) => session.Insert("""
        INSERT INTO batches (kind, file, mapping, actor, state, versions, reasons, rows_total, rows_done, set_aside, rejects, place, csv_bytes, json_bytes, created_at)
        VALUES (@Kind, @File, @Mapping, @Actor, @State, @Versions, @Reasons, @RowsTotal, @RowsDone, @SetAside, @Rejects, @Place, @CsvBytes, @JsonBytes, @CreatedAt)
        """, batch);

    public void Update(Session session, Batch batch) => session.Execute("""
        UPDATE batches SET state = @State, rows_total = @RowsTotal, rows_done = @RowsDone, set_aside = @SetAside, notes_kept = @NotesKept, quick_answers = @QuickAnswers, refined = @Refined, answered_at = @AnsweredAt, rejects = @Rejects, place = @Place,
            csv_bytes = @CsvBytes, json_bytes = @JsonBytes, finished_at = @FinishedAt, error = @Error
        WHERE id = @Id
        """, batch);

    public Batch? Find(Session session, long id) => session.First<Batch>("SELECT * FROM batches WHERE id = @id", new { id });

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Batch> Before(Session session, long id, int most) => session.Query<Batch>(
        "SELECT * FROM batches WHERE id < @id ORDER BY id DESC LIMIT @most", new { id, most });

    /// <summary>Batches an earlier process did not finish, in the order in which they were asked for.</summary>
    public IReadOnlyList<long> Unfinished(Session session) => session.Query<long>(
        "SELECT id FROM batches WHERE state IN ('queued', 'running') ORDER BY id");

    /// <summary>Batches whose quick answers an earlier process did not replace to the last.</summary>
    public IReadOnlyList<long> Refining(Session session) => session.Query<long>("SELECT id FROM batches WHERE state = 'refining' ORDER BY id");

    public IReadOnlyList<long> FinishedBefore(Session session, DateTimeOffset time) => session.Query<long>(
        "SELECT id FROM batches WHERE finished_at < @time ORDER BY id", new { time });

    public void Remove(Session session, long id) => session.Execute("DELETE FROM batches WHERE id = @id", new { id });
}

using Coppice.Server.Audit;
using Coppice.Server.Files;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Batches;

/// <summary>Takes a large file over, to be answered in the background by the versions that are live now.</summary>
public sealed class StartBatch(Database database, BatchStore batches, BatchFiles files, BatchBoard board, WaitingBatches queue, ScoreBatch score, AuditStore audit, TimeProvider time)
{
    public Task<LiveBatch> RunAsync(UploadedFile file, QuestionFile questions, IReadOnlyList<ScoringVersion> versions, int reasons, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(queue.Enqueue(Add(file, questions, versions, reasons).Id));
    }

    /// <summary>The same for a table that somebody waits for: once this returns, its rows are answered, whether or not the caller is still there.</summary>
    public async Task<Batch> AnswerNowAsync(UploadedFile file, QuestionFile questions, IReadOnlyList<ScoringVersion> versions, int reasons)
    {
        var batch = Add(file, questions, versions, reasons);
        board.Open(BatchDescription.Of(batch));
        await score.AnswerNowAsync(batch.Id);
        return database.Read(session => batches.Find(session, batch.Id)!);
    }

    private Batch Add(UploadedFile file, QuestionFile questions, IReadOnlyList<ScoringVersion> versions, int reasons)
    {
        var batch = new Batch
        {
            Kind = BatchKinds.File,
            File = file.Name,
            Mapping = file.Mapping,
            Actor = file.Actor,
            State = BatchStates.Queued,
            Versions = BatchDescription.Save(versions.Select(v => v.Quickest)),
            Reasons = reasons,
            RowsTotal = questions.RowCount,
            CreatedAt = time.GetUtcNow(),
        };
        long id = database.Write(session =>
        {
            long added = batches.Add(session, batch);
            audit.Append(session, file.Actor, "batch", added.ToString(), new { file.Name, batch.Versions });
            return added;
        });
        files.Keep(id, file.Path);
        return batch with { Id = id };
    }
}

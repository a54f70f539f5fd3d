using Coppice.Server.Audit;
using Coppice.Server.Files;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Batches;

/// <summary>Takes a large file over, to be answered in the background by the versions that are live now.</summary>
public sealed class StartBatch(Database database, BatchStore batches, BatchFiles files, WaitingBatches queue, AuditStore audit, TimeProvider time)
{
    public Task<LiveBatch> RunAsync(UploadedFile file, QuestionFile questions, IReadOnlyList<ScoringVersion> versions, int reasons, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var batch = new Batch
        {
            Kind = BatchKinds.File,
            File = file.Name,
            Mapping = file.Mapping,
            Actor = file.Actor,
            State = BatchStates.Queued,
            Versions = BatchDescription.Save(versions),
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
        return Task.FromResult(queue.Enqueue(id));
    }
}

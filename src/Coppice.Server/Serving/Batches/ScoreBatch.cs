using System.Runtime.ExceptionServices;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Files;
using Coppice.Server.Http;
using Coppice.Server.Predictions;
using Coppice.Server.Serving.Refinements;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Batches;

/// <summary>
/// Runs a batch from where it stands to its end. The answers of a chunk, and how far the batch has come with them, are one
/// transaction; the result files are on disk before it, and what they hold beyond it is cut off on resumption.
/// </summary>
public sealed class ScoreBatch(
    Database database,
    BatchStore batches,
    BatchFiles files,
    BatchBoard board,
    KnownCustomers known,
    NoteIntakes notes,
    KeepNotes keepNotes,
    ScoringVersions versions,
    AnswerRows answer,
    UnrefinedStore unrefined,
    RefiningBatches refining,
    TimeProvider time,
    ILogger<ScoreBatch> logger)
{
    /// <summary>Runs until every row is answered or the process stops; then it is left running, to go on after a restart.</summary>
    public Task RunAsync(long id, CancellationToken stopping) => TryAsync(id, stopping);

    /// <summary>Answers while somebody waits for it, and tells them what is wrong with their file.</summary>
    public async Task AnswerNowAsync(long id)
    {
        if (await TryAsync(id, CancellationToken.None) is { } fault)
            ExceptionDispatchInfo.Throw(fault);
    }

    private async Task<Exception?> TryAsync(long id, CancellationToken stopping)
    {
        var batch = database.Read(session => batches.Find(session, id))!;
        var live = board.Find(id)!;
        bool goesOn = false;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(live.Cancellation.Token, stopping);
        try
        {
            goesOn = Conclude(await AnswerAsync(batch, live, either.Token), live);
            return null;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !live.Cancellation.IsCancellationRequested)
        {
            Log.BatchPaused(logger, id);
            return null;
        }
        catch (OperationCanceledException e)
        {
            End(Stored(id) with { State = BatchStates.Cancelled, Error = "Cancelled; what was answered stays recorded." }, live);
            return e;
        }
        catch (Exception e) when (e is RefusalException or ImportException or IOException)
        {
            End(Stored(id) with { State = BatchStates.Failed, Error = e.Message }, live);
            return e;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Log.BatchFailed(logger, e, id);
            End(Stored(id) with { State = BatchStates.Failed, Error = $"The batch failed: {e.Message}" }, live);
            return e;
        }
        finally
        {
            if (!goesOn)
                board.Close(id);
        }
    }

    /// <summary>Ends the batch, or where companions have answered hands it over; says whether it goes on.</summary>
    private bool Conclude(Batch batch, LiveBatch live)
    {
        batch = batch with { AnsweredAt = time.GetUtcNow(), QuickAnswers = database.Read(session => unrefined.Count(session, batch.Id)) };
        if (batch.QuickAnswers == 0)
        {
            End(batch with { State = BatchStates.Done }, live);
            return false;
        }

        batch = batch with { State = BatchStates.Refining };
        database.Write(session => batches.Update(session, batch));
        files.RemoveInput(batch.Id);
        live.Report(BatchDescription.Of(batch));
        refining.Enqueue(batch);
        return true;
    }

    private async Task<Batch> AnswerAsync(Batch batch, LiveBatch live, CancellationToken cancellationToken)
    {
        var asked = BatchDescription.VersionsOf(batch).Select(v => Load(v)).ToList();
        batch = batch with { State = BatchStates.Running };
        database.Write(session => batches.Update(session, batch));
        if (batch.Kind == BatchKinds.AllCustomers)
            return await EachAsync(batch, live, known.Chunks(batch, cancellationToken), asked, null, cancellationToken);
        var upload = new UploadedFile(files.Input(batch.Id), batch.File, batch.Mapping, batch.Actor);
        var models = asked.Select(v => v.Model).ToList();
        var questions = QuestionFile.Open(upload, models, notes);
        batch = batch with { RowsTotal = batch.RowsTotal ?? questions.RowCount ?? QuestionFile.CountRows(upload.Path) };
        using IBatchResult results = BatchDescription.IsQuick(batch) ? new AnsweredRows(files, batch, questions) : new BatchResults(files, batch, questions, models);
        if (batch.Place == 0)
        {
            batch = batch with { NotesKept = await keepNotes.RunAsync(upload, questions, cancellationToken) };
            results.Begin();
        }

        batch = await EachAsync(batch, live, questions.Chunks(batch.Place, $"batch-{batch.Id}", cancellationToken), asked, results, cancellationToken);
        var rejects = questions.Rejects.Concat(BatchDescription.RejectsOf(batch)).OrderBy(r => r.Line);
        return batch with { Rejects = JsonSerializer.Serialize(rejects, CoppiceJson.Options) };
    }

    private async Task<Batch> EachAsync(
        Batch batch,
        LiveBatch live,
        IEnumerable<BatchChunk> chunks,
        IReadOnlyList<ScoringVersion> asked,
        IBatchResult? results,
        CancellationToken cancellationToken)
    {
        var pace = new BatchPace(time, batch.RowsDone);
        foreach (var chunk in chunks)
        {
            var scored = answer.Score([.. chunk.Rows.Select(r => r.Request)], [.. asked.Select(versions.AsNow)], batch.Reasons) with { Batch = batch.Id };
            batch = database.Write(session =>
            {
                var answers = new ChunkAnswers(chunk, answer.Record(session, scored));
                results?.Write(answers);
                var rejects = BatchDescription.RejectsOf(batch).Concat(answers.Refused).ToList();
                var updated = batch with
                {
                    RowsDone = chunk.RowsDone,
                    SetAside = chunk.SetAside + rejects.Count,
                    Rejects = rejects.Count > 0 ? JsonSerializer.Serialize(rejects, CoppiceJson.Options) : null,
                    Place = chunk.Place,
                    CsvBytes = results?.CsvBytes ?? 0,
                    JsonBytes = results?.JsonBytes ?? 0,
                };
                batches.Update(session, updated);
                return updated;
            });
            live.Report(pace.Describe(batch));
            cancellationToken.ThrowIfCancellationRequested();
            // A batch is in no hurry: whoever waits for a thread comes first.
            await Task.Yield();
        }

        return batch;
    }

    private ScoringVersion Load(BatchVersion answering)
    {
        var version = versions.Load(answering.Model, answering.VersionId);
        // What companions began they go on with, also where another version takes over meanwhile.
        return answering.Quick is null ? version : (version with { Ramp = null }).Quickest;
    }

    private Batch Stored(long id) => database.Read(session => batches.Find(session, id)!);

    private void End(Batch batch, LiveBatch live)
    {
        var ended = batch with { FinishedAt = time.GetUtcNow() };
        database.Write(session =>
        {
            // What companions said in a batch that broke off stands.
            unrefined.Leave(session, batch.Id);
            batches.Update(session, ended);
        });
        files.RemoveInput(batch.Id);
        live.Report(BatchDescription.Of(ended));
    }
}

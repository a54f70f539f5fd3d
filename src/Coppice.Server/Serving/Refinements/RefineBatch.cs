using Coppice.Server.Audit;
using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Predictions;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Refinements;

/// <summary>
/// Scores what companions have answered with the versions the batch was given to, whoever is champion by now, from the inputs recorded
/// then. The scores of a chunk, and how far the batch has come with them, are one transaction.
/// </summary>
public sealed class RefineBatch(
    Database database,
    BatchStore batches,
    BatchBoard board,
    BatchFiles files,
    UnrefinedStore unrefined,
    VersionStore versions,
    VersionLoader loader,
    ExplainRows explain,
    MissRates missRates,
    AuditStore audit,
    TimeProvider time,
    ILogger<RefineBatch> logger)
{
    /// <summary>Answers of one transaction where they are explained, which may take a hundred times as long.</summary>
    private const int ExplainedRows = 100;

    /// <summary>Runs until every answer is refined or the process stops; then it goes on after a restart.</summary>
    internal async Task RunAsync(long id, CancellationToken stopping)
    {
        var live = board.Find(id)!;
        var batch = Stored(id);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(live.Cancellation.Token, stopping);
        try
        {
            batch = await ReplaceAsync(batch, live, either.Token);
            End(batch with { State = BatchStates.Done }, live);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !live.Cancellation.IsCancellationRequested)
        {
            Log.RefinementPaused(logger, id);
            board.Close(id);
        }
        catch (OperationCanceledException)
        {
            End(Stop(id, BatchStates.Cancelled, "Cancelled"), live);
        }
        catch (Exception e) when (e is not (DatabaseUnreachableException or OutOfMemoryException))
        {
            Log.RefinementFailed(logger, e, id);
            End(Stop(id, BatchStates.Failed, e.Message.TrimEnd('.')), live);
        }
    }

    private async Task<Batch> ReplaceAsync(Batch batch, LiveBatch live, CancellationToken cancellationToken)
    {
        using var reasons = batch.Reasons == 0 ? null : new RefinedReasons(files, batch);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (refinements, explained) = database.Read(session => Refine(session, batch));
            if (refinements.Count == 0)
                return batch;
            batch = database.Write(session =>
            {
                int replaced = unrefined.Refine(session, batch.Id, refinements, time.GetUtcNow().ToMicroseconds());
                reasons?.Write(explained);
                var updated = batch with { Refined = batch.Refined + replaced, CsvBytes = reasons?.Bytes ?? 0 };
                batches.Update(session, updated);
                return updated;
            });
            live.Report(BatchDescription.Of(batch));
            // Nobody waits for it as for an answer: whoever waits for a thread comes first.
            await Task.Yield();
        }
    }

    private (List<Refinement> Refinements, List<ReasonedAnswer> Explained) Refine(Session session, Batch batch)
    {
        var waiting = unrefined.First(session, batch.Id, batch.Reasons == 0 ? AnswerRows.ChunkRows : ExplainedRows);
        List<Refinement> refinements = [.. waiting.Where(u => u.Inputs is null).Select(u => new Refinement(u.Number, null))];
        var explained = new List<ReasonedAnswer>();
        foreach (Unrefined[] group in waiting.Where(u => u.Inputs is not null).GroupBy(u => u.VersionId).Select(g => g.ToArray()))
        {
            var version = loader.Load(session, versions.Find(session, group[0].VersionId)!);
            double missRate = missRates.Of(session, group[0].ModelId);
            var table = new InputTable(group.Length);
            for (int i = 0; i < group.Length; i++)
                table.SetFromJson(i, group[i].Inputs!);
            var features = version.Pipeline.Transform(table, Array.ConvertAll(group, u => u.AsOf));
            refinements.AddRange(version.Score(features).Select((score, i) => new Refinement(group[i].Number, (score, version.Calibration.Intervals?.Of(score, missRate)))));
            if (batch.Reasons == 0)
                continue;
            var why = explain.Of(session, version, table, features, Array.ConvertAll(group, u => new ExampleKey(u.CustomerId, u.AsOf)), batch.Reasons);
            explained.AddRange(group.Select((u, i) => new ReasonedAnswer(u.PredictionId!, why[i])));
        }

        return (refinements, explained);
    }

    private Batch Stored(long id) => database.Read(session => batches.Find(session, id)!);

    private Batch Stop(long id, string state, string why)
    {
        var batch = Stored(id);
        return batch with { State = state, Error = $"{why}; {batch.Refined:N0} of {batch.QuickAnswers:N0} quick answers were refined, the others stand." };
    }

    private void End(Batch batch, LiveBatch live)
    {
        var ended = batch with { FinishedAt = time.GetUtcNow() };
        database.Write(session =>
        {
            unrefined.Leave(session, batch.Id);
            batches.Update(session, ended);
            audit.Append(session, batch.Actor, "refine", batch.Id.ToString(), new { batch.State, batch.QuickAnswers, batch.Refined });
        });
        live.Report(BatchDescription.Of(ended));
        board.Close(batch.Id);
    }
}

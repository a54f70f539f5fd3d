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
    UnrefinedStore unrefined,
    VersionStore versions,
    VersionLoader loader,
    MissRates missRates,
    AuditStore audit,
    TimeProvider time,
    ILogger<RefineBatch> logger)
{
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
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var refinements = database.Read(session => Score(session, unrefined.First(session, batch.Id, AnswerRows.ChunkRows)));
            if (refinements.Count == 0)
                return batch;
            batch = database.Write(session =>
            {
                int replaced = unrefined.Refine(session, batch.Id, refinements, time.GetUtcNow().ToMicroseconds());
                var updated = batch with { Refined = batch.Refined + replaced };
                batches.Update(session, updated);
                return updated;
            });
            live.Report(BatchDescription.Of(batch));
            // Nobody waits for it as for an answer: whoever waits for a thread comes first.
            await Task.Yield();
        }
    }

    private List<Refinement> Score(Session session, IReadOnlyList<Unrefined> waiting) =>
    [
        .. waiting.Where(u => u.Inputs is null).Select(u => new Refinement(u.Number, null)),
        .. waiting.Where(u => u.Inputs is not null).GroupBy(u => u.VersionId).SelectMany(group => Score(session, group.Key, [.. group])),
    ];

    private IEnumerable<Refinement> Score(Session session, long versionId, IReadOnlyList<Unrefined> waiting)
    {
        var version = loader.Load(session, versions.Find(session, versionId)!);
        var table = new InputTable(waiting.Count);
        for (int i = 0; i < waiting.Count; i++)
            table.SetFromJson(i, waiting[i].Inputs!);
        double missRate = missRates.Of(session, waiting[0].ModelId);
        return version.Score(table, [.. waiting.Select(u => u.AsOf)])
            .Select((score, i) => new Refinement(waiting[i].Number, (score, version.Calibration.Intervals?.Of(score, missRate))));
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

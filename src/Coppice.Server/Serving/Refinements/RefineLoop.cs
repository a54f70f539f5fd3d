using Coppice.Server.Serving.Batches;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Refinements;

/// <summary>Refines batches one after the other, beside the loop that answers, so that no table waits for an earlier one's refinement.</summary>
internal sealed class RefineLoop(
    Database database,
    BatchStore batches,
    RefiningBatches queue,
    BatchOptions options,
    RefineBatch refine,
    TimeProvider time,
    ILogger<RefineLoop> logger) : QueueLoop(time, logger)
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Earlier == EarlierBatches.GoOn)
        {
            foreach (long id in database.Read(batches.Refining))
            {
                Log.RefinementResumed(logger, id);
                queue.Enqueue(database.Read(session => batches.Find(session, id)!));
            }
        }

        await foreach (long id in queue.ReadAllAsync(stoppingToken))
        {
            while (!await TryAsync(() => refine.RunAsync(id, stoppingToken), stoppingToken))
                continue;
        }
    }
}

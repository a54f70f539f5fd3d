using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Batches;

/// <summary>Runs batches one after the other; those that an earlier process left behind come first.</summary>
internal sealed class BatchLoop(
    Database database,
    BatchStore batches,
    BatchFiles files,
    WaitingBatches queue,
    BatchOptions options,
    ScoreBatch score,
    TimeProvider time,
    ILogger<BatchLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Earlier == EarlierBatches.GoOn)
        {
            foreach (long id in database.Read(batches.Unfinished))
            {
                Log.BatchResumed(logger, id);
                queue.Enqueue(id);
            }
        }

        RemoveOld();
        await foreach (long id in queue.ReadAllAsync(stoppingToken))
        {
            await Task.Run(() => score.RunAsync(id, stoppingToken), stoppingToken);
            RemoveOld();
        }
    }

    private void RemoveOld()
    {
        var before = time.GetUtcNow() - options.KeptFor;
        foreach (long id in database.Read(session => batches.FinishedBefore(session, before)))
        {
            files.Remove(id);
            database.Write(session => batches.Remove(session, id));
        }
    }
}

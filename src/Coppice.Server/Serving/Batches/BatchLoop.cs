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
    ILogger<BatchLoop> logger) : QueueLoop(time, logger)
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

        await TryAsync(() => RemoveOld(stoppingToken), stoppingToken);
        await foreach (long id in queue.ReadAllAsync(stoppingToken))
        {
            await TryAsync(() => score.RunAsync(id, stoppingToken), stoppingToken);
            await TryAsync(() => RemoveOld(stoppingToken), stoppingToken);
        }
    }

    private Task RemoveOld(CancellationToken stoppingToken)
    {
        var before = Time.GetUtcNow() - options.KeptFor;
        foreach (long id in database.Read(session => batches.FinishedBefore(session, before)))
        {
            stoppingToken.ThrowIfCancellationRequested();
            files.Remove(id);
            database.Write(session => batches.Remove(session, id));
        }

        return Task.CompletedTask;
    }
}

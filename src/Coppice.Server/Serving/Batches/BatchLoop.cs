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
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

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

        await TryAsync(() => Task.Run(RemoveOld, stoppingToken), stoppingToken);
        await foreach (long id in queue.ReadAllAsync(stoppingToken))
        {
            await TryAsync(() => Task.Run(() => score.RunAsync(id, stoppingToken), stoppingToken), stoppingToken);
            await TryAsync(() => Task.Run(RemoveOld, stoppingToken), stoppingToken);
        }
    }

    /// <summary>What cannot be done, as while the database is away, does not end the loop: the next batch may be.</summary>
    private async Task TryAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            Log.LoopFaltered(logger, e);
            await Task.Delay(Pause, time, stoppingToken);
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

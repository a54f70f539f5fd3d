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
    ILogger<BatchLoop> logger) : BackgroundService, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>A host in a hurry does not wait for its loops, and closes the database next; what is under way here ends first.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (ExecuteTask is { } running)
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

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

        await TryAsync(() => Task.Run(() => RemoveOld(stoppingToken), stoppingToken), stoppingToken);
        await foreach (long id in queue.ReadAllAsync(stoppingToken))
        {
            await TryAsync(() => Task.Run(() => score.RunAsync(id, stoppingToken), stoppingToken), stoppingToken);
            await TryAsync(() => Task.Run(() => RemoveOld(stoppingToken), stoppingToken), stoppingToken);
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

    private void RemoveOld(CancellationToken stoppingToken)
    {
        var before = time.GetUtcNow() - options.KeptFor;
        foreach (long id in database.Read(session => batches.FinishedBefore(session, before)))
        {
            stoppingToken.ThrowIfCancellationRequested();
            files.Remove(id);
            database.Write(session => batches.Remove(session, id));
        }
    }
}

namespace Coppice.Server.Serving.Batches;

/// <summary>Takes batches from a queue, one after the other, until the process stops.</summary>
internal abstract class QueueLoop(TimeProvider time, ILogger logger) : BackgroundService, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected TimeProvider Time { get; } = time;

    /// <summary>A host in a hurry does not wait for its loops, and closes the database next; what is under way here ends first.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (ExecuteTask is { } running)
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>What cannot be done, as while the database is away, does not end the loop: the next batch may be. False where it was not done.</summary>
    protected async Task<bool> TryAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await Task.Run(work, stoppingToken);
            return true;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            Log.LoopFaltered(logger, e);
            await Task.Delay(Pause, Time, stoppingToken);
            return false;
        }
    }
}

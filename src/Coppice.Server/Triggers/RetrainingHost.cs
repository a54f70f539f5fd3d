using Coppice.Server.Customers;

namespace Coppice.Server.Triggers;

/// <summary>
/// Turns the loop while a server serves: when data was recorded, when a run has ended, and every so often for what only time brings.
/// A turn that fails is tried again, later each time.
/// </summary>
public sealed class RetrainingHost : BackgroundService
{
    /// <summary>Times to train are whole minutes.</summary>
    private static readonly TimeSpan MostIdle = TimeSpan.FromSeconds(20);

    /// <summary>Data that streams in is looked at this often, and never for more than a tenth of the time.</summary>
    private static readonly TimeSpan LeastIdle = TimeSpan.FromMilliseconds(100);
    private const int ShareOfTime = 10;

    private readonly SemaphoreSlim _wake = new(1, 1);
    private readonly RetrainingLoop _loop;
    private readonly LoopHealth _health;
    private readonly TimeProvider _time;
    private readonly ILogger<RetrainingHost> _logger;

    public RetrainingHost(RetrainingLoop loop, LoopHealth health, IngestSignal ingest, TimeProvider time, ILogger<RetrainingHost> logger)
    {
        _loop = loop;
        _health = health;
        _time = time;
        _logger = logger;
        ingest.Listen((_, _) => Wake());
    }

    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The server answers before the loop looks at anything.
        await Task.Yield();
        _health.Began();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
                await TurnAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Log.LoopEnded(_logger);
        }
        finally
        {
            _health.Ended();
        }
    }

    private async Task TurnAsync(CancellationToken stopping)
    {
        await _wake.WaitAsync(MostIdle, stopping);
        long began = _time.GetTimestamp();
        var rest = LeastIdle;
        try
        {
            foreach (var (_, end) in await _loop.TurnAsync(stopping))
                _ = end.ContinueWith(_ => Wake(), stopping, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            _health.Succeeded(LoopHealth.WholeLoop);
            rest = Max(rest, _time.GetElapsedTime(began) * ShareOfTime);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            var trouble = _health.Failed(LoopHealth.WholeLoop, e);
            Log.LoopFailed(_logger, e, trouble.RestsUntil);
            rest = trouble.RestsUntil - trouble.At;
        }

        await Task.Delay(rest, _time, stopping);
    }

    private void Wake()
    {
        // Every event that is recorded calls; the exception is for the rare one that comes in between.
        if (_wake.CurrentCount > 0)
            return;
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
            return;
        }
        catch (ObjectDisposedException)
        {
            return;
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}

using Coppice.Server.Storage;

namespace Coppice.Server.Alerts;

/// <summary>Looks for alerts while a server serves. It is apart from the loop, so that it can tell that the loop has trouble.</summary>
public sealed class AlertsHost(RaiseAlerts raise, WorkspaceClock clock, IHostApplicationLifetime life, ILogger<AlertsHost> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A server that cannot listen where it should has nobody to tell.
        var serves = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (life.ApplicationStarted.Register(serves.SetResult))
            await serves.Task.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // A clock that stands still is being played with.
                if (!clock.IsStopped)
                    await raise.RunAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested && e is not OutOfMemoryException)
            {
                Log.TurnFailed(logger, e);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }
}

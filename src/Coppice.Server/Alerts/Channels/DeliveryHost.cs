using Coppice.Server.Storage;

namespace Coppice.Server.Alerts.Channels;

/// <summary>Sends messages while a server serves; a channel that is slow or broken holds up no other.</summary>
public sealed class DeliveryHost(IEnumerable<IAlertChannel> channels, DeliverAlerts deliver, WorkspaceClock clock, ILogger<DeliveryHost> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(channels.Select(channel => Task.Run(() => DeliverAsync(channel, stoppingToken), stoppingToken)));

    private async Task DeliverAsync(IAlertChannel channel, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                // A clock that stands still is being played with.
                if (!clock.IsStopped)
                    await deliver.RunAsync(channel, stopping);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested && e is not OutOfMemoryException)
            {
                Log.DeliveryFailed(logger, e, channel.Name);
            }

            await Task.Delay(Pause, clock, stopping);
        }
    }
}

using Coppice.Server.Http;

namespace Coppice.Server.Overview;

/// <summary>What works in the background still does. A loop that has died does not take serving with it, so it is told here.</summary>
internal sealed class LoopReadiness(IEnumerable<IHostedService> services) : IReadinessCheck
{
    public string Name => "loops";

    public string? FindReason()
    {
        foreach (var loop in services.OfType<BackgroundService>())
        {
            if (loop.ExecuteTask is { IsFaulted: true, Exception.InnerException: var fault })
                return $"{loop.GetType().Name} has ended: {fault?.Message} A restart of the server begins it again.";
        }

        return null;
    }
}

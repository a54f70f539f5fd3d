namespace Coppice.Server.Alerts.Channels;

/// <summary>How stubbornly a message is sent.</summary>
public sealed record DeliveryOptions
{
    /// <summary>Times a message is tried again at once before it waits. Default 3.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The pause before the first of them; each later one is about twice as long. Default 1 second.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one try may take. Default 20 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}

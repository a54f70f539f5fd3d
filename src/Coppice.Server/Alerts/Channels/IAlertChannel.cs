using Coppice.Client;

namespace Coppice.Server.Alerts.Channels;

/// <summary>A way of telling people.</summary>
public interface IAlertChannel
{
    /// <summary>One of <see cref="ChannelNames"/>.</summary>
    string Name { get; }

    /// <summary>Whom or what it tells, without anything secret.</summary>
    string Target { get; }

    /// <summary>Tries once.</summary>
    Task<Delivery> SendAsync(AlertMessage message, CancellationToken cancellationToken);
}

namespace Coppice.Server.Alerts.Channels;

internal static partial class Log
{
    [LoggerMessage(EventId = 2300, Level = LogLevel.Warning, Message = "The channel {Channel} could not send a message and tries again at {Next}: {Reason}")]
    public static partial void NotSent(ILogger logger, string channel, string? reason, DateTimeOffset next);

    [LoggerMessage(EventId = 2301, Level = LogLevel.Error, Message = "Message {Id} was given up by the channel {Channel}: {Reason}")]
    public static partial void GivenUp(ILogger logger, long id, string channel, string? reason);

    [LoggerMessage(EventId = 2302, Level = LogLevel.Error, Message = "The channel {Channel} failed and is tried again")]
    public static partial void DeliveryFailed(ILogger logger, Exception exception, string channel);

    [LoggerMessage(EventId = 2303, Level = LogLevel.Warning, Message = "Message {Id} of the channel {Channel} did not reach everybody: {Reason}")]
    public static partial void PartlySent(ILogger logger, long id, string channel, string reason);
}

namespace Coppice.Server.Http;

internal static partial class Log
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Error, Message = "A request failed")]
    public static partial void RequestFailed(ILogger logger, Exception exception);
}

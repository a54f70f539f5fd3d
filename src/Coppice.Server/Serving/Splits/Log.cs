namespace Coppice.Server.Serving.Splits;

internal static partial class Log
{
    [LoggerMessage(EventId = 2060, Level = LogLevel.Warning, Message = "{Model} {Version}, which is taking over, failed at a question; the champion answered it")]
    public static partial void ChallengerFailed(ILogger logger, Exception exception, string model, string version);

    [LoggerMessage(EventId = 2061, Level = LogLevel.Error, Message = "{Model} {Version} was taking over and cannot be loaded; the champion answers everybody: {Reason}")]
    public static partial void ChallengerUnusable(ILogger logger, string model, string version, string reason);
}

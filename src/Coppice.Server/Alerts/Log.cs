namespace Coppice.Server.Alerts;

internal static partial class Log
{
    [LoggerMessage(EventId = 2200, Level = LogLevel.Warning, Message = "Alert {Code}, {Severity}: {Sentence}")]
    public static partial void Opened(ILogger logger, string code, string severity, string sentence);

    [LoggerMessage(EventId = 2201, Level = LogLevel.Information, Message = "Alert {Code} is over: {Sentence}")]
    public static partial void Closed(ILogger logger, string code, string sentence);

    [LoggerMessage(EventId = 2202, Level = LogLevel.Error, Message = "Nobody could look whether {Model} needs an alert")]
    public static partial void LookFailed(ILogger logger, Exception exception, string model);

    [LoggerMessage(EventId = 2203, Level = LogLevel.Error, Message = "Looking for alerts failed and is tried again")]
    public static partial void TurnFailed(ILogger logger, Exception exception);
}

namespace Coppice.Server.Triggers;

internal static partial class Log
{
    [LoggerMessage(EventId = 2100, Level = LogLevel.Error, Message = "Run {RunId} of {Model} failed")]
    public static partial void RunFailed(ILogger logger, Exception exception, long runId, string model);
}

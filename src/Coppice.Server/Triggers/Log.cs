namespace Coppice.Server.Triggers;

internal static partial class Log
{
    [LoggerMessage(EventId = 2100, Level = LogLevel.Error, Message = "Run {RunId} of {Model} failed")]
    public static partial void RunFailed(ILogger logger, Exception exception, long runId, string model);

    [LoggerMessage(EventId = 2101, Level = LogLevel.Information, Message = "{Model} retrains, {Trigger}: {Reason}")]
    public static partial void Triggered(ILogger logger, string model, string trigger, string reason);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Warning, Message = "{Model} was rolled back: {Reason}")]
    public static partial void RolledBack(ILogger logger, string model, string reason);

    [LoggerMessage(EventId = 2103, Level = LogLevel.Error, Message = "The loop failed for {Model} and leaves it alone until {Until}")]
    public static partial void TurnFailed(ILogger logger, Exception exception, string model, DateTimeOffset until);

    [LoggerMessage(EventId = 2104, Level = LogLevel.Error, Message = "The loop failed and begins again at {Until}")]
    public static partial void LoopFailed(ILogger logger, Exception exception, DateTimeOffset until);

    [LoggerMessage(EventId = 2105, Level = LogLevel.Debug, Message = "The loop has ended with the server")]
    public static partial void LoopEnded(ILogger logger);

    [LoggerMessage(EventId = 2106, Level = LogLevel.Warning, Message = "Drift of {Model}: {View} {Verdict}: {Sentence}")]
    public static partial void Drifted(ILogger logger, string model, string view, string verdict, string sentence);

    [LoggerMessage(EventId = 2107, Level = LogLevel.Error, Message = "After run {RunId} of {Model} earlier decisions could not be looked at again")]
    public static partial void ReviewFailed(ILogger logger, Exception exception, long runId, string model);
}

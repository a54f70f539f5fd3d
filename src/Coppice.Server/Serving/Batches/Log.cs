namespace Coppice.Server.Serving.Batches;

internal static partial class Log
{
    [LoggerMessage(EventId = 2000, Level = LogLevel.Information, Message = "Batch {Batch} goes on where the process before left it")]
    public static partial void BatchResumed(ILogger logger, long batch);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "Batch {Batch} pauses with the server and goes on at its next start")]
    public static partial void BatchPaused(ILogger logger, long batch);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Error, Message = "Batch {Batch} failed")]
    public static partial void BatchFailed(ILogger logger, Exception exception, long batch);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Error, Message = "The batch loop faltered and goes on")]
    public static partial void LoopFaltered(ILogger logger, Exception exception);
}

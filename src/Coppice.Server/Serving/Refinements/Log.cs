namespace Coppice.Server.Serving.Refinements;

internal static partial class Log
{
    [LoggerMessage(EventId = 2050, Level = LogLevel.Information, Message = "The refinement of batch {Batch} goes on where the process before left it")]
    public static partial void RefinementResumed(ILogger logger, long batch);

    [LoggerMessage(EventId = 2051, Level = LogLevel.Information, Message = "The refinement of batch {Batch} pauses with the server and goes on at its next start")]
    public static partial void RefinementPaused(ILogger logger, long batch);

    [LoggerMessage(EventId = 2052, Level = LogLevel.Error, Message = "The refinement of batch {Batch} failed; what companions said stands")]
    public static partial void RefinementFailed(ILogger logger, Exception exception, long batch);
}

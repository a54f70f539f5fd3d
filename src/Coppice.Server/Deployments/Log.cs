using Coppice.Server.Models;

namespace Coppice.Server.Deployments;

internal static partial class Log
{
    [LoggerMessage(EventId = 1800, Level = LogLevel.Error, Message = "The champion of {Model} is damaged and the version before it answers: {Reason}")]
    public static partial void FellBack(ILogger logger, string model, string reason);

    [LoggerMessage(EventId = 1801, Level = LogLevel.Critical, Message = "The champion of {Model} is damaged and no version before it is healthy, so nobody answers: {Reason}")]
    public static partial void NothingHealthy(ILogger logger, string model, string reason);

    [LoggerMessage(EventId = 1802, Level = LogLevel.Information, Message = "{Model} let go of old versions: {Versions}")]
    public static partial void Pruned(ILogger logger, string model, IReadOnlyList<VersionNumber> versions);
}

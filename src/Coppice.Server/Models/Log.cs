namespace Coppice.Server.Models;

internal static partial class Log
{
    [LoggerMessage(EventId = 1500, Level = LogLevel.Warning, Message = "The companion of version {Version} cannot answer, so the version answers everything itself: {Fault}")]
    public static partial void CompanionDamaged(ILogger logger, string version, string fault);
}

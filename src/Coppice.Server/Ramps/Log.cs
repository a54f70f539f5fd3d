namespace Coppice.Server.Ramps;

internal static partial class Log
{
    [LoggerMessage(EventId = 2700, Level = LogLevel.Information, Message = "Ramp {Ramp} of {Model}: {Move}; {Reason}")]
    public static partial void Moved(ILogger logger, string model, long ramp, RampMove move, string reason);
}

using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts.Rules;

/// <summary>How the loop's trouble with something reads. One failure is tried again before anybody is told.</summary>
internal static class LoopReadings
{
    private const int Often = 5;

    public static AlertReading Of(string subject, LoopStanding loop, string howBad)
    {
        if (loop.Trouble is not { Times: > 1 } trouble)
            return loop.Trouble is null && loop.LastSuccess is not null ? AlertReading.Fine : AlertReading.Unknown;
        return AlertReading.Of(new AlertFinding(
            trouble.Times >= Often ? AlertSeverity.Critical : AlertSeverity.Warning,
            $"The loop has failed {trouble.Times} times in a row for {subject}: {trouble.Error}",
            trouble.At,
            howBad,
            "The server's log holds the whole error. It is tried again by itself, later each time.",
            "/retraining/status",
            $"{trouble.At.UtcTicks}"));
    }
}

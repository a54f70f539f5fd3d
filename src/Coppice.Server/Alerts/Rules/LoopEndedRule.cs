using Coppice.Server.Workspaces;

namespace Coppice.Server.Alerts.Rules;

/// <summary>Something that works in the background has died.</summary>
public sealed class LoopEndedRule : IWorkspaceRule
{
    public string Code => AlertCodes.LoopEnded;

    public AlertReading Look(WorkspaceFacts facts)
    {
        if (facts.Ended.Count == 0)
            return AlertReading.Fine;
        string names = string.Join(", ", facts.Ended.Select(loop => loop.Name));
        return AlertReading.Of(new AlertFinding(
            AlertSeverity.Critical,
            $"{names} of the server has ended: {facts.Ended[0].Error}",
            facts.Now,
            "What it does is not done any more; answers go on.",
            "Restart the server, and keep its log: this should not happen.",
            "/health/ready",
            names));
    }
}

namespace Coppice.Server.Alerts.Rules;

/// <summary>The loop fails outside any model.</summary>
public sealed class WholeLoopRule : IWorkspaceRule
{
    public string Code => AlertCodes.LoopFails;

    public AlertReading Look(WorkspaceFacts facts) =>
        LoopReadings.Of("all models", facts.Loop, "No label matures, nothing retrains and nobody watches champions meanwhile; answers go on.");
}

namespace Coppice.Server.Alerts;

/// <summary>The codes of alerts, and of refusals about them.</summary>
public static class AlertCodes
{
    /// <summary>There is no alert of that number.</summary>
    public const string Unknown = "COP-ALERT-000";

    public const string RunsFail = "COP-ALERT-001";
    public const string RolledBack = "COP-ALERT-002";
    public const string BelowPromise = "COP-ALERT-003";
    public const string HeldTooLong = "COP-ALERT-004";
    public const string Drifted = "COP-ALERT-005";
    public const string EventsSilent = "COP-ALERT-006";
    public const string OutcomesSilent = "COP-ALERT-007";
    public const string LoopFails = "COP-ALERT-008";
    public const string ScoringFails = "COP-ALERT-009";
    public const string LoopEnded = "COP-ALERT-010";
    public const string FileRefused = "COP-ALERT-011";
    public const string RampStopped = "COP-ALERT-012";
}

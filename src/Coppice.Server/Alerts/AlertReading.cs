namespace Coppice.Server.Alerts;

/// <summary>What a rule says: something is wrong, nothing is, or it cannot tell, which leaves an alert as it is.</summary>
/// <param name="State">Which of the three.</param>
/// <param name="Finding">Where something is wrong.</param>
public sealed record AlertReading(AlertState State, AlertFinding? Finding)
{
    public static AlertReading Fine { get; } = new(AlertState.Fine, null);

    public static AlertReading Unknown { get; } = new(AlertState.Unknown, null);

    public static AlertReading Of(AlertFinding finding) => new(AlertState.Wrong, finding);
}

/// <summary>Whether something is wrong.</summary>
public enum AlertState
{
    Fine,
    Unknown,
    Wrong,
}

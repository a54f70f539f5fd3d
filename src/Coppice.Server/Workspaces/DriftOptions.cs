namespace Coppice.Server.Workspaces;

/// <summary>How drift is looked for.</summary>
public sealed record DriftOptions
{
    /// <summary>How long the windows are that are held against the reference; one with too few customers lasts longer. Default 7 days.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(7);

    /// <summary>False alarms allowed in a quarter over all models; fewer make every look less sensitive. Default 1.</summary>
    public double FalseAlarms { get; init; } = 1;
}

namespace Coppice.Server.Workspaces;

/// <summary>What starts an update besides the schedule. Null is off.</summary>
public sealed record TriggerOptions
{
    /// <summary>Labels matured since the last update. Default 100.</summary>
    public int? NewLabels { get; init; } = 100;

    /// <summary>Time since the last update. Default 24 hours.</summary>
    public TimeSpan? Every { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Whether confirmed drift starts an update. Default true.</summary>
    public bool Drift { get; init; } = true;

    /// <summary>Relative loss of the primary metric against what was promised. Default 0.05.</summary>
    public double? PerformanceDrop { get; init; } = 0.05;
}

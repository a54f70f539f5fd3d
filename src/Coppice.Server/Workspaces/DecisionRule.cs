namespace Coppice.Server.Workspaces;

/// <summary>What must be better for a challenger to be promoted.</summary>
public enum DecisionRule
{
    /// <summary>The bound of the interval (methods 1.5, G4).</summary>
    Interval,

    /// <summary>The estimate itself, whatever its uncertainty.</summary>
    PointEstimate,
}

namespace Coppice.Server.Drift;

/// <summary>What is said of a view.</summary>
public static class DriftVerdicts
{
    public const string NotEnoughData = "not_enough_data";
    public const string Steady = "steady";

    /// <summary>One window differs.</summary>
    public const string Suspected = "suspected";

    /// <summary>Two windows running differ.</summary>
    public const string Drifted = "drifted";
}

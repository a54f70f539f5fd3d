namespace Coppice.Server.Training;

/// <summary>How a version is made.</summary>
public static class Strategies
{
    public const string Auto = "auto";
    public const string Full = "full";
    public const string Incremental = "incremental";
    public const string Refresh = "refresh";
    public const string Grow = "grow";

    /// <summary>Tries what may put a worse model right, the cheapest first.</summary>
    public const string Repair = "repair";

    /// <summary>Of a version: the trees of its parent, calibrated anew.</summary>
    public const string Recalibrate = "recalibrate";

    /// <summary>Of a version: the trees of its parent with their leaves moved, none added.</summary>
    public const string Leaves = "leaves";

    /// <summary>Searches for a better recipe, then learns from nothing with it.</summary>
    public const string Tune = "tune";

    /// <summary>Learns nothing: the champion beside those before it, on the freshest labels.</summary>
    public const string Compare = "compare";
}

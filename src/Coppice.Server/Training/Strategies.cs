namespace Coppice.Server.Training;

/// <summary>How a version is made.</summary>
public static class Strategies
{
    public const string Auto = "auto";
    public const string Full = "full";
    public const string Incremental = "incremental";
    public const string Refresh = "refresh";
    public const string Grow = "grow";

    /// <summary>Searches for a better recipe, then learns from nothing with it.</summary>
    public const string Tune = "tune";

    /// <summary>Learns nothing: the champion beside those before it, on the freshest labels.</summary>
    public const string Compare = "compare";
}

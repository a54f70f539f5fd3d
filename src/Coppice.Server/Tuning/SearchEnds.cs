namespace Coppice.Server.Tuning;

/// <summary>What ends a search.</summary>
public static class SearchEnds
{
    /// <summary>Its minutes were over.</summary>
    public const string Time = "time";

    /// <summary>It made as many fits as it was allowed.</summary>
    public const string Fits = "fits";

    /// <summary>Somebody had seen enough.</summary>
    public const string Enough = "enough";

    /// <summary>There was nothing left to try.</summary>
    public const string Exhausted = "exhausted";
}

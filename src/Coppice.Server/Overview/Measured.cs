namespace Coppice.Server.Overview;

/// <summary>On what the quality of a champion was measured.</summary>
internal static class Measured
{
    /// <summary>The rows that decided its promotion.</summary>
    public const string Block = "fresh_block";

    /// <summary>Its own answers, as they were served, whose labels have matured since it went live.</summary>
    public const string Live = "live_labels";
}

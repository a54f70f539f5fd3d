namespace Coppice.Server.Gates;

/// <summary>What counts as better.</summary>
public enum Evidence
{
    /// <summary>The bound of an interval: a difference must stand out from chance.</summary>
    Interval,

    /// <summary>The measured value alone: quick, and wrong about as often as a coin when versions are equal.</summary>
    PointEstimate,
}

namespace Coppice.Server.Gates;

/// <summary>What the accuracy floor is held against.</summary>
public enum FloorMode
{
    /// <summary>The measured accuracy.</summary>
    Point,

    /// <summary>Its one-sided 95 % Wilson lower bound.</summary>
    LowerBound,
}

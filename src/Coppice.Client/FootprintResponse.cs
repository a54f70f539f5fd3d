namespace Coppice.Client;

/// <summary>What a version takes to answer.</summary>
/// <param name="SizeBytes">Size of its trees and of its encoders.</param>
/// <param name="Milliseconds">The median time of one row alone through encoding and scoring; null where no row was at hand.</param>
/// <param name="Rows">How many rows were timed.</param>
public sealed record FootprintResponse(long SizeBytes, double? Milliseconds, int Rows)
{
    /// <summary>What the champion took, timed on the same rows; null without one, and in decisions older than this.</summary>
    public FootprintResponse? Champion { get; init; }
}

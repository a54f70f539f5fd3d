namespace Coppice.Server.Gates;

/// <summary>What a version takes to answer.</summary>
/// <param name="Bytes">Size of its trees and of its encoders.</param>
/// <param name="Latency">The median time of one row alone; null where no row was at hand.</param>
/// <param name="Rows">How many rows were timed.</param>
public sealed record Footprint(long Bytes, TimeSpan? Latency, int Rows);

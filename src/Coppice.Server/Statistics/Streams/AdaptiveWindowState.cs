namespace Coppice.Server.Statistics.Streams;

/// <summary>What an <see cref="AdaptiveWindow"/> knows.</summary>
/// <param name="Confidence">Bound on the probability of a false alarm per look.</param>
/// <param name="Seen">Items that ever came.</param>
/// <param name="Width">Items in the window.</param>
/// <param name="Sum">Of the items in the window.</param>
/// <param name="Variance">Sum of their squared distances from their mean.</param>
/// <param name="Rows">Row r holds buckets of two to the power of r items, oldest first.</param>
public sealed record AdaptiveWindowState(double Confidence, long Seen, long Width, double Sum, double Variance, IReadOnlyList<IReadOnlyList<WindowBucket>> Rows);

/// <summary>Items that are kept together: their sum, and the sum of their squared distances from their mean.</summary>
public readonly record struct WindowBucket(double Sum, double Squares);

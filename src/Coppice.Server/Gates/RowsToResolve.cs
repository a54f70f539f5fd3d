using Coppice.Server.Evaluation;

namespace Coppice.Server.Gates;

/// <summary>How many more rows a held comparison needs: errors shrink with the square root of the rows.</summary>
public static class RowsToResolve
{
    /// <summary>
    /// Further rows after which <paramref name="difference"/> would be found four times out of five; 0 when the block already resolves it,
    /// null when the error is unknown or the difference is zero.
    /// </summary>
    public static int? More(PairedComparison comparison, double difference)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        if (comparison.Resolvable is not { } resolvable || difference <= 0)
            return null;
        double ratio = resolvable / difference;
        double needed = Math.Ceiling(comparison.Rows * ((ratio * ratio) - 1));
        return (int)Math.Clamp(needed, 0, int.MaxValue);
    }
}

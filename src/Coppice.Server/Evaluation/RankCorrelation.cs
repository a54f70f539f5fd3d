using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>Agreement of two orders.</summary>
public static class RankCorrelation
{
    /// <summary>Spearman's rho with midranks for ties; null when one side is constant.</summary>
    public static double? Spearman(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
            throw new ArgumentException($"Expected {first.Length} values on both sides, found {second.Length}.", nameof(second));
        double[] firstRanks = OrderStatistics.Midranks(first);
        double[] secondRanks = OrderStatistics.Midranks(second);
        double mean = (first.Length + 1) / 2.0;
        double together = 0, firstSpread = 0, secondSpread = 0;
        for (int row = 0; row < firstRanks.Length; row++)
        {
            double one = firstRanks[row] - mean;
            double other = secondRanks[row] - mean;
            together += one * other;
            firstSpread += one * one;
            secondSpread += other * other;
        }
        return firstSpread > 0 && secondSpread > 0 ? together / Math.Sqrt(firstSpread * secondSpread) : null;
    }
}

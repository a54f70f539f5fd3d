using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation.Estimates;

/// <summary>The AUC to expect, given the chance of a yes of each row, and how far the labels' luck moves it (methods 5.1). Ties are one step.</summary>
internal static class ExpectedAuc
{
    /// <summary>Null when no yes or no no is expected.</summary>
    public static MetricEstimate? Of(ReadOnlySpan<double> chances, ReadOnlySpan<double> scores)
    {
        double positives = 0;
        double negatives = 0;
        foreach (double chance in chances)
        {
            positives += chance;
            negatives += 1 - chance;
        }

        if (positives <= 0 || negatives <= 0)
            return null;

        int[] order = OrderStatistics.AscendingOrder(scores);
        var outranked = new double[scores.Length];
        var outranking = new double[scores.Length];
        double wins = 0;
        double positivesBelow = 0;
        double negativesBelow = 0;
        for (int start = 0; start < order.Length;)
        {
            int end = OrderStatistics.EndOfTies(scores, order, start);
            double tied = 0;
            for (int i = start; i < end; i++)
                tied += chances[order[i]];
            double tiedNegatives = end - start - tied;
            double below = negativesBelow + (0.5 * tiedNegatives);
            double above = positives - positivesBelow - (0.5 * tied);
            for (int i = start; i < end; i++)
                (outranked[order[i]], outranking[order[i]]) = (below / negatives, above / positives);
            wins += tied * below;
            positivesBelow += tied;
            negativesBelow += tiedNegatives;
            start = end;
        }

        double auc = wins / (positives * negatives);
        double variance = 0;
        for (int row = 0; row < chances.Length; row++)
        {
            // What the AUC gains when this row turns out a yes rather than a no.
            double gain = ((outranked[row] - auc) / positives) - ((outranking[row] - auc) / negatives);
            variance += gain * gain * chances[row] * (1 - chances[row]);
        }

        return MetricEstimate.Of(auc, Math.Sqrt(variance));
    }
}

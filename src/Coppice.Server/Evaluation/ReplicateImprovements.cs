using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>Improvements measured on a draw in one sweep, without sorting again.</summary>
public static class ReplicateImprovements
{
    public static ReplicateImprovement OfLoss(LabelledRows rows, double[] champion, double[] challenger, Func<double, double, double> loss)
    {
        double[] gains = RowGains(rows, champion, challenger, loss);
        return multiplicities => WeightedMean(gains, multiplicities);
    }

    public static ReplicateImprovement OfRootMeanSquaredError(LabelledRows rows, double[] champion, double[] challenger)
    {
        RowLosses ours = RowLosses.Of(rows, champion, Losses.Squared);
        RowLosses theirs = RowLosses.Of(rows, challenger, Losses.Squared);
        return multiplicities => Math.Sqrt(WeightedMean(ours.OfRows, multiplicities)) - Math.Sqrt(WeightedMean(theirs.OfRows, multiplicities));
    }

    public static ReplicateImprovement OfAuc(LabelledRows rows, double[] champion, double[] challenger)
    {
        int[] championOrder = OrderStatistics.AscendingOrder(champion);
        int[] challengerOrder = OrderStatistics.AscendingOrder(challenger);
        return multiplicities => WeightedAuc(rows, challenger, challengerOrder, multiplicities) - WeightedAuc(rows, champion, championOrder, multiplicities);
    }

    private static double[] RowGains(LabelledRows rows, double[] champion, double[] challenger, Func<double, double, double> loss)
    {
        var gains = new double[rows.Count];
        for (int row = 0; row < gains.Length; row++)
            gains[row] = loss(rows.Labels[row], champion[row]) - loss(rows.Labels[row], challenger[row]);
        return gains;
    }

    private static double WeightedMean(ReadOnlySpan<double> values, ReadOnlySpan<int> multiplicities)
    {
        double sum = 0;
        long count = 0;
        for (int row = 0; row < values.Length; row++)
        {
            sum += values[row] * multiplicities[row];
            count += multiplicities[row];
        }
        return sum / count;
    }

    private static double? WeightedAuc(LabelledRows rows, ReadOnlySpan<double> scores, ReadOnlySpan<int> order, ReadOnlySpan<int> multiplicities)
    {
        ReadOnlySpan<double> labels = rows.Labels;
        double wins = 0;
        long positives = 0;
        long negatives = 0;
        for (int start = 0; start < order.Length;)
        {
            int end = OrderStatistics.EndOfTies(scores, order, start);
            long tiedPositives = 0;
            long tiedNegatives = 0;
            for (int i = start; i < end; i++)
            {
                if (labels[order[i]] > 0)
                    tiedPositives += multiplicities[order[i]];
                else
                    tiedNegatives += multiplicities[order[i]];
            }
            wins += tiedPositives * (negatives + (0.5 * tiedNegatives));
            positives += tiedPositives;
            negatives += tiedNegatives;
            start = end;
        }
        return positives == 0 || negatives == 0 ? null : wins / ((double)positives * negatives);
    }
}

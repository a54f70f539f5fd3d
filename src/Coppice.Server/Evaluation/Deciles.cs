using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>Who would be in another tenth of the customers.</summary>
public static class Deciles
{
    public static long CountChanges(double[] first, double[] second)
    {
        int[] before = Of(first);
        int[] after = Of(second);
        long changes = 0;
        for (int i = 0; i < before.Length; i++)
        {
            if (before[i] != after[i])
                changes++;
        }

        return changes;
    }

    private static int[] Of(double[] scores)
    {
        double[] ranks = OrderStatistics.Midranks(scores);
        int[] deciles = new int[scores.Length];
        for (int i = 0; i < deciles.Length; i++)
            deciles[i] = Math.Min(9, (int)((ranks[i] - 0.5) * 10 / scores.Length));
        return deciles;
    }
}

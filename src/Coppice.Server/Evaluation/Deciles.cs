using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>Who would be in another tenth of the customers.</summary>
public static class Deciles
{
    private const int Count = 10;

    public static long CountChanges(double[] first, double[] second) => Changed(Moves(first, second));

    /// <summary>By tenth of the first scores, lowest first: how many are in each tenth of the second.</summary>
    public static IReadOnlyList<IReadOnlyList<long>> Moves(double[] first, double[] second)
    {
        int[] before = Of(first);
        int[] after = Of(second);
        long[][] moves = [.. Enumerable.Range(0, Count).Select(_ => new long[Count])];
        for (int i = 0; i < before.Length; i++)
            moves[before[i]][after[i]]++;
        return moves;
    }

    /// <summary>How many are in another tenth than before.</summary>
    public static long Changed(IReadOnlyList<IReadOnlyList<long>> moves) => moves.Select((row, tenth) => row.Sum() - row[tenth]).Sum();

    private static int[] Of(double[] scores)
    {
        double[] ranks = OrderStatistics.Midranks(scores);
        int[] deciles = new int[scores.Length];
        for (int i = 0; i < deciles.Length; i++)
            deciles[i] = Math.Min(Count - 1, (int)((ranks[i] - 0.5) * Count / scores.Length));
        return deciles;
    }
}

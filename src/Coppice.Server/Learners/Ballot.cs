namespace Coppice.Server.Learners;

/// <summary>
/// Finds the weights under which the members' weighted mean margin costs least on rows none of them has seen. Weights are at least 0 and add
/// up to 1, and an even vote counts as much as a few hundred rows, because few rows tell members apart only roughly.
/// </summary>
internal static class Ballot
{
    /// <summary>Rows that the even vote is worth.</summary>
    private const double RowsOfEvenVote = 200;

    private const int MostSteps = 25;
    private const double EnoughMoved = 1e-6;

    /// <summary>Weights by member; a member with less than <paramref name="least"/> of the vote gets none.</summary>
    public static double[] Count(double[][] margins, TrainingData unseen, MarginLoss loss, double least)
    {
        int[] voters = [.. Enumerable.Range(0, margins.Length)];
        while (true)
        {
            double[] weights = Count([.. voters.Select(voter => margins[voter])], unseen, loss);
            int[] kept = [.. voters.Where((_, i) => weights[i] >= least)];
            if (kept.Length == voters.Length || kept.Length == 0)
            {
                double[] all = new double[margins.Length];
                for (int i = 0; i < voters.Length; i++)
                    all[voters[i]] = weights[i];
                return all;
            }

            voters = kept;
        }
    }

    private static double[] Count(double[][] margins, TrainingData unseen, MarginLoss loss)
    {
        int members = margins.Length;
        double[] weights = [.. Enumerable.Repeat(1.0 / members, members)];
        for (int step = 0; members > 1 && step < MostSteps; step++)
        {
            var (slopes, bends) = Parabola(margins, weights, unseen, loss);
            Pull(slopes, bends, weights, RowsOfEvenVote / Math.Max(unseen.Rows, 1));

            double[] next = SimplexStep.From(weights, slopes, bends);
            double moved = next.Zip(weights, (a, b) => Math.Abs(a - b)).Max();
            weights = next;
            if (moved < EnoughMoved)
                break;
        }

        return weights;
    }

    /// <summary>As if so many more rows, in which members differ as they do here, had been best voted on evenly.</summary>
    private static void Pull(double[] slopes, double[,] bends, double[] weights, double share)
    {
        int members = weights.Length;
        double[,] rows = (double[,])bends.Clone();
        for (int i = 0; i < members; i++)
        {
            double toEven = 0;
            double toAll = 0;
            for (int j = 0; j < members; j++)
            {
                toEven += rows[i, j] / members;
                for (int k = 0; k < members; k++)
                    toAll += rows[j, k] / (members * members);
            }

            double pull = share * Math.Max(rows[i, i] - (2 * toEven) + toAll, 0);
            slopes[i] += pull * (weights[i] - (1.0 / members));
            bends[i, i] += pull;
        }
    }

    private static (double[] Slopes, double[,] Bends) Parabola(double[][] margins, double[] weights, TrainingData unseen, MarginLoss loss)
    {
        int members = margins.Length;
        double[] slopes = new double[members];
        double[,] bends = new double[members, members];
        for (int row = 0; row < unseen.Rows; row++)
        {
            double margin = 0;
            for (int i = 0; i < members; i++)
                margin += weights[i] * margins[i][row];
            var (gradient, hessian) = loss.At(margin, unseen.Labels[row]);
            for (int i = 0; i < members; i++)
            {
                slopes[i] += unseen.Weights[row] * gradient * margins[i][row];
                for (int j = 0; j < members; j++)
                    bends[i, j] += unseen.Weights[row] * hessian * margins[i][row] * margins[j][row];
            }
        }

        return (slopes, bends);
    }
}

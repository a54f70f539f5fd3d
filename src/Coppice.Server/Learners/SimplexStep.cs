namespace Coppice.Server.Learners;

/// <summary>
/// The lowest point of a parabola over weights that are at least 0 and add up to 1. With the few members there are, every choice of members
/// that vote at all is tried, and the lowest allowed one wins.
/// </summary>
internal static class SimplexStep
{
    /// <summary>The weights of the lowest point.</summary>
    /// <param name="weights">Where the parabola was taken.</param>
    /// <param name="slopes">Its slopes there.</param>
    /// <param name="bends">Its curvature.</param>
    public static double[] From(double[] weights, double[] slopes, double[,] bends)
    {
        double[] best = weights;
        double lowest = double.PositiveInfinity;
        for (int choice = 1; choice < 1 << weights.Length; choice++)
        {
            int[] voters = [.. Enumerable.Range(0, weights.Length).Where(i => (choice & (1 << i)) != 0)];
            if (Solve(voters, weights, slopes, bends) is not { } found || Array.Exists(found, weight => weight < 0))
                continue;
            double height = Height(found, weights, slopes, bends);
            if (height < lowest)
                (lowest, best) = (height, found);
        }

        return best;
    }

    private static double Height(double[] at, double[] weights, double[] slopes, double[,] bends)
    {
        double height = 0;
        for (int i = 0; i < at.Length; i++)
        {
            height += slopes[i] * (at[i] - weights[i]);
            for (int j = 0; j < at.Length; j++)
                height += 0.5 * bends[i, j] * (at[i] - weights[i]) * (at[j] - weights[j]);
        }

        return height;
    }

    /// <summary>The lowest point where the chosen weights add up to 1 and the others are 0: slopes equal at all of them. Null where none is lowest.</summary>
    private static double[]? Solve(int[] voters, double[] weights, double[] slopes, double[,] bends)
    {
        int size = voters.Length;
        double[,] system = new double[size + 1, size + 2];
        for (int i = 0; i < size; i++)
        {
            system[i, size] = 1;
            system[size, i] = 1;
            system[i, size + 1] = -slopes[voters[i]];
            for (int j = 0; j < weights.Length; j++)
                system[i, size + 1] += bends[voters[i], j] * weights[j];
            for (int j = 0; j < size; j++)
                system[i, j] = bends[voters[i], voters[j]];
        }

        system[size, size + 1] = 1;
        if (!Eliminate(system, size + 1))
            return null;
        double[] found = new double[weights.Length];
        for (int i = 0; i < size; i++)
            found[voters[i]] = system[i, size + 1];
        return found;
    }

    private static bool Eliminate(double[,] system, int size)
    {
        for (int column = 0; column < size; column++)
        {
            int pivot = column;
            for (int row = column + 1; row < size; row++)
                pivot = Math.Abs(system[row, column]) > Math.Abs(system[pivot, column]) ? row : pivot;
            if (!(Math.Abs(system[pivot, column]) > 1e-12))
                return false;
            for (int k = 0; k <= size; k++)
                (system[column, k], system[pivot, k]) = (system[pivot, k], system[column, k]);
            for (int row = 0; row < size; row++)
            {
                double factor = row == column ? 0 : system[row, column] / system[column, column];
                for (int k = column; factor != 0 && k <= size; k++)
                    system[row, k] -= factor * system[column, k];
            }
        }

        for (int row = 0; row < size; row++)
            system[row, size] /= system[row, row];
        return true;
    }
}

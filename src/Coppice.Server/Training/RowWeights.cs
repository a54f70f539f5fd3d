using Coppice.Server.Labels;

namespace Coppice.Server.Training;

/// <summary>How much each row counts: less the more rows are newer than it (methods 3.3), and guesses less the more real labels there are.</summary>
public static class RowWeights
{
    private const double FewestRowsPerHalving = 2_000;
    private const double MostRowsPerHalving = 50_000;

    /// <summary>Real labels after which a guess counts half.</summary>
    private const double RealRowsPerHalving = 200;

    public static float[] Of(IReadOnlyList<Label> rows)
    {
        double halving = 2 * Math.Clamp(0.5 * rows.Count, FewestRowsPerHalving, MostRowsPerHalving);
        int real = rows.Count(r => r.Source != LabelSource.Synthetic);
        double guess = Math.Pow(2, -real / RealRowsPerHalving);
        long[] times = [.. rows.Select(r => r.AsOf).Order()];
        float[] weights = new float[rows.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            int newer = times.Length - FirstAfter(times, rows[i].AsOf);
            weights[i] = (float)(Math.Pow(2, -newer / halving) * rows[i].Weight * (rows[i].Source == LabelSource.Synthetic ? guess : 1));
        }

        return weights;
    }

    private static int FirstAfter(long[] sorted, long time)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] <= time)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

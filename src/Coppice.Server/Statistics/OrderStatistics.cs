namespace Coppice.Server.Statistics;

/// <summary>Sorting, quantiles and ranks with one fixed answer for ties.</summary>
public static class OrderStatistics
{
    /// <summary>The type-7 quantile (R's and NumPy's default) of values sorted ascending.</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double fraction)
    {
        if (sorted.IsEmpty)
            throw new ArgumentException("A quantile needs at least one value; found none.", nameof(sorted));
        if (fraction is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A quantile's fraction lies in 0..1.");
        double position = (sorted.Length - 1) * fraction;
        int below = (int)position;
        return below + 1 < sorted.Length
            ? sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]))
            : sorted[below];
    }

    /// <summary>Row numbers in ascending order of their values; equal values keep their row order.</summary>
    public static int[] AscendingOrder(ReadOnlySpan<double> values)
    {
        double[] keys = values.ToArray();
        var order = new int[keys.Length];
        for (int row = 0; row < order.Length; row++)
            order[row] = row;
        Array.Sort(keys, order);
        // Array.Sort is not stable: rows inside a run of ties are put back in row order.
        for (int start = 0; start < keys.Length;)
        {
            int end = EndOfTies(keys, start);
            if (end - start > 1)
                Array.Sort(order, start, end - start);
            start = end;
        }
        return order;
    }

    /// <summary>One-based ranks; tied values share the mean of their ranks.</summary>
    public static double[] Midranks(ReadOnlySpan<double> values)
    {
        int[] order = AscendingOrder(values);
        var ranks = new double[values.Length];
        for (int start = 0; start < order.Length;)
        {
            int end = EndOfTies(values, order, start);
            double shared = (start + 1 + end) / 2.0;
            for (int i = start; i < end; i++)
                ranks[order[i]] = shared;
            start = end;
        }
        return ranks;
    }

    /// <summary>The position after the run of equal values that starts at <paramref name="start"/> of <paramref name="order"/>.</summary>
    public static int EndOfTies(ReadOnlySpan<double> values, ReadOnlySpan<int> order, int start)
    {
        double value = values[order[start]];
        int end = start + 1;
        while (end < order.Length && values[order[end]] == value)
            end++;
        return end;
    }

    private static int EndOfTies(double[] sorted, int start)
    {
        int end = start + 1;
        while (end < sorted.Length && sorted[end] == sorted[start])
            end++;
        return end;
    }
}

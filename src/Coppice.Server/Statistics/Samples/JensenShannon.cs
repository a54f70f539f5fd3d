namespace Coppice.Server.Statistics.Samples;

/// <summary>The Jensen-Shannon distance, base 2: the root of the divergence, 0 for equal shares and 1 for shares that do not overlap (methods 4.2).</summary>
public static class JensenShannon
{
    public static double Distance(ReadOnlySpan<double> reference, ReadOnlySpan<double> current) => Math.Sqrt(Divergence(reference, current));

    /// <summary>The distance of the shares that counts of the same bins make; 0 where one side is empty.</summary>
    public static double Distance(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        double[] expected = Shares(reference);
        double[] found = Shares(current);
        return expected.Length == 0 || found.Length == 0 ? 0 : Distance(expected, found);
    }

    public static double Divergence(ReadOnlySpan<double> reference, ReadOnlySpan<double> current)
    {
        if (reference.Length != current.Length)
            throw new ArgumentException($"Expected {reference.Length} shares, as many as the reference's, found {current.Length}.", nameof(current));
        double sum = 0;
        for (int i = 0; i < reference.Length; i++)
        {
            double middle = (reference[i] + current[i]) / 2;
            sum += Relative(reference[i], middle) + Relative(current[i], middle);
        }

        return Math.Max(0, sum / 2);
    }

    private static double Relative(double share, double middle) => share > 0 ? share * Math.Log2(share / middle) : 0;

    private static double[] Shares(ReadOnlySpan<long> counts)
    {
        double sum = 0;
        foreach (long count in counts)
            sum += count;
        if (sum == 0)
            return [];
        double[] shares = new double[counts.Length];
        for (int i = 0; i < shares.Length; i++)
            shares[i] = counts[i] / sum;
        return shares;
    }
}

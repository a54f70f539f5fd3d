namespace Coppice.Server.Statistics.Samples;

/// <summary>Whether two rows of counts have the same shares: chi-square without continuity correction, and Cramér's V (methods 4.2).</summary>
/// <param name="Statistic">Chi-square.</param>
/// <param name="DegreesOfFreedom">Categories less one.</param>
/// <param name="Rows">Of both samples.</param>
public sealed record Homogeneity(double Statistic, int DegreesOfFreedom, long Rows)
{
    /// <summary>Categories expected less often than this in either sample are counted together.</summary>
    public const double LeastExpected = 5;

    public double PValue => PValueAt(1);

    /// <summary>How strongly the shares differ, 0 to 1, whatever the number of rows.</summary>
    public double CramersV => Rows == 0 ? 0 : Math.Sqrt(Statistic / Rows);

    /// <summary>The same where rows are worth less than independent ones: <paramref name="inflation"/> of them are worth one.</summary>
    public double PValueAt(double inflation) => DegreesOfFreedom == 0 ? 1 : Distributions.ChiSquareSurvival(Statistic / inflation, DegreesOfFreedom);

    public static Homogeneity Of(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (reference.Length != current.Length)
            throw new ArgumentException($"Expected {reference.Length} categories, as many as the reference's, found {current.Length}.", nameof(current));
        double referenceRows = Sum(reference);
        double currentRows = Sum(current);
        double rows = referenceRows + currentRows;
        if (referenceRows == 0 || currentRows == 0)
            return new Homogeneity(0, 0, (long)rows);
        double statistic = 0;
        int categories = 0;
        for (int i = 0; i < reference.Length; i++)
        {
            double both = reference[i] + current[i];
            if (both == 0)
                continue;
            categories++;
            statistic += Term(reference[i], both * referenceRows / rows) + Term(current[i], both * currentRows / rows);
        }

        return new Homogeneity(statistic, Math.Max(0, categories - 1), (long)rows);
    }

    /// <summary>The same with rare categories counted together first.</summary>
    public static Homogeneity OfPooled(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        double referenceRows = Sum(reference);
        double currentRows = Sum(current);
        double smaller = Math.Min(referenceRows, currentRows) / Math.Max(1, referenceRows + currentRows);
        var expected = new List<long>(reference.Length + 1);
        var found = new List<long>(reference.Length + 1);
        long rare = 0;
        long currentRare = 0;
        for (int i = 0; i < reference.Length; i++)
        {
            if ((reference[i] + current[i]) * smaller < LeastExpected)
            {
                rare += reference[i];
                currentRare += current[i];
                continue;
            }

            expected.Add(reference[i]);
            found.Add(current[i]);
        }

        expected.Add(rare);
        found.Add(currentRare);
        return Of([.. expected], [.. found]);
    }

    private static double Term(double found, double expected) => (found - expected) * (found - expected) / expected;

    private static double Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (long count in counts)
            sum += count;
        return sum;
    }
}

namespace Coppice.Server.Statistics.Samples;

/// <summary>The largest distance between two distribution functions, with Stephens' approximation of how likely it is by chance (methods 4.2).</summary>
/// <param name="Distance">0 for equal samples, 1 for samples that do not overlap.</param>
/// <param name="EffectiveRows">N M / (N + M).</param>
public sealed record KolmogorovSmirnov(double Distance, double EffectiveRows)
{
    /// <summary>Below this the series is 1 to every digit.</summary>
    private const double Certain = 0.2;

    public double PValue => PValueAt(1);

    /// <summary>The distance in units of its spread where nothing has changed.</summary>
    public double Scaled => Scale(Math.Sqrt(EffectiveRows));

    /// <summary>The same where rows are worth less than independent ones: <paramref name="inflation"/> of them are worth one.</summary>
    public double PValueAt(double inflation)
    {
        double scaled = Scale(Math.Sqrt(EffectiveRows / inflation));
        return scaled < Certain ? 1 : Math.Min(1, Distributions.KolmogorovSurvival(scaled));
    }

    public static KolmogorovSmirnov Of(ReadOnlySpan<double> sortedReference, ReadOnlySpan<double> sortedCurrent)
    {
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < sortedReference.Length && j < sortedCurrent.Length)
        {
            double value = Math.Min(sortedReference[i], sortedCurrent[j]);
            while (i < sortedReference.Length && sortedReference[i] <= value)
                i++;
            while (j < sortedCurrent.Length && sortedCurrent[j] <= value)
                j++;
            largest = Math.Max(largest, Math.Abs(((double)i / sortedReference.Length) - ((double)j / sortedCurrent.Length)));
        }

        return new KolmogorovSmirnov(largest, EffectiveOf(sortedReference.Length, sortedCurrent.Length));
    }

    /// <summary>From counts of the same bins: the distance at their edges, which is never more than that of the values themselves.</summary>
    public static KolmogorovSmirnov OfCounts(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (reference.Length != current.Length)
            throw new ArgumentException($"Expected {reference.Length} bins, as many as the reference's, found {current.Length}.", nameof(current));
        double referenceRows = Sum(reference);
        double currentRows = Sum(current);
        double largest = 0;
        long below = 0;
        long currentBelow = 0;
        for (int bin = 0; bin < reference.Length && referenceRows > 0 && currentRows > 0; bin++)
        {
            below += reference[bin];
            currentBelow += current[bin];
            largest = Math.Max(largest, Math.Abs((below / referenceRows) - (currentBelow / currentRows)));
        }

        return new KolmogorovSmirnov(largest, EffectiveOf(referenceRows, currentRows));
    }

    private double Scale(double root) => root == 0 ? 0 : (root + 0.12 + (0.11 / root)) * Distance;

    private static double EffectiveOf(double reference, double current) =>
        reference > 0 && current > 0 ? reference * current / (reference + current) : 0;

    private static double Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (long count in counts)
            sum += count;
        return sum;
    }
}

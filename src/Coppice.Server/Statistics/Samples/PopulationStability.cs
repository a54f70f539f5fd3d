namespace Coppice.Server.Statistics.Samples;

/// <summary>
/// The population stability index of binned counts, with half a row added to every bin, and how it varies where nothing has changed
/// (methods 4.1). A floor for empty bins instead would make the value depend on the floor.
/// </summary>
/// <param name="Index">The index; 0 for equal shares.</param>
/// <param name="DegreesOfFreedom">Bins less one; a bin that is empty on both sides and stands for missing values does not count.</param>
/// <param name="Scale">1/N + 1/M: the index divided by it follows chi-square where nothing has changed.</param>
public sealed record PopulationStability(double Index, int DegreesOfFreedom, double Scale)
{
    private const double Smoothing = 0.5;

    public double Expected => DegreesOfFreedom * Scale;

    public double PValue => DegreesOfFreedom == 0 ? 1 : Distributions.ChiSquareSurvival(Index / Scale, DegreesOfFreedom);

    /// <summary>The index that samples of these sizes exceed with the given probability where nothing has changed.</summary>
    public double Critical(double significanceLevel) =>
        DegreesOfFreedom == 0 ? 0 : Distributions.ChiSquareQuantile(1 - significanceLevel, DegreesOfFreedom) * Scale;

    /// <summary>Counts of the same bins, those of missing values last.</summary>
    public static PopulationStability Of(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        Check(reference, current);
        int bins = reference[^1] == 0 && current[^1] == 0 ? reference.Length - 1 : reference.Length;
        return OfBins(reference[..bins], current[..bins]);
    }

    /// <summary>Counts of the same bins, all of which count.</summary>
    public static PopulationStability OfBins(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        Check(reference, current);
        double referenceRows = Sum(reference);
        double currentRows = Sum(current);
        double index = 0;
        for (int i = 0; i < reference.Length; i++)
        {
            double expected = (reference[i] + Smoothing) / (referenceRows + (Smoothing * reference.Length));
            double found = (current[i] + Smoothing) / (currentRows + (Smoothing * current.Length));
            index += (found - expected) * Math.Log(found / expected);
        }

        return new PopulationStability(index, reference.Length - 1, (1 / referenceRows) + (1 / currentRows));
    }

    private static double Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (long count in counts)
            sum += count;
        return sum;
    }

    private static void Check(ReadOnlySpan<long> reference, ReadOnlySpan<long> current)
    {
        if (reference.Length != current.Length || reference.IsEmpty)
            throw new ArgumentException($"Expected counts of the same bins, found {reference.Length} and {current.Length}.", nameof(current));
    }
}

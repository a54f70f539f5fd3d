namespace Coppice.Server.Statistics.Samples;

/// <summary>How far the values of one sample have to be moved, on average, to become the other (methods 4.2).</summary>
public static class Wasserstein
{
    /// <summary>A reference that hardly varies does not make a small step large.</summary>
    public const double LeastDeviation = 1e-3;

    /// <summary>The distance in the unit of the values.</summary>
    public static double Distance(ReadOnlySpan<double> sortedReference, ReadOnlySpan<double> sortedCurrent)
    {
        if (sortedReference.IsEmpty || sortedCurrent.IsEmpty)
            return 0;
        double sum = 0;
        int i = 0;
        int j = 0;
        double at = Math.Min(sortedReference[0], sortedCurrent[0]);
        while (i < sortedReference.Length || j < sortedCurrent.Length)
        {
            double next = Math.Min(i < sortedReference.Length ? sortedReference[i] : double.PositiveInfinity, j < sortedCurrent.Length ? sortedCurrent[j] : double.PositiveInfinity);
            sum += (next - at) * Math.Abs(((double)i / sortedReference.Length) - ((double)j / sortedCurrent.Length));
            at = next;
            while (i < sortedReference.Length && sortedReference[i] == at)
                i++;
            while (j < sortedCurrent.Length && sortedCurrent[j] == at)
                j++;
        }

        return sum;
    }

    /// <summary>The distance in standard deviations of the reference.</summary>
    public static double Normalised(ReadOnlySpan<double> sortedReference, ReadOnlySpan<double> sortedCurrent) =>
        Distance(sortedReference, sortedCurrent) / Math.Max(Deviation(sortedReference), LeastDeviation);

    /// <summary>
    /// From counts and sums of the same bins, open ends included: inside a bin the area between the two distribution functions follows from
    /// the sums. Exact where the functions do not cross inside a bin, otherwise less than the distance.
    /// </summary>
    public static double OfBins(ReadOnlySpan<double> edges, BinnedSample reference, BinnedSample current)
    {
        double referenceRows = reference.Known;
        double currentRows = current.Known;
        if (edges.IsEmpty || referenceRows == 0 || currentRows == 0)
            return 0;
        double sum = 0;
        double apart = 0;
        for (int bin = 0; bin <= edges.Length; bin++)
        {
            // Up to the last edge areas are measured from above, behind it from below: the ends have no other bound.
            double edge = edges[Math.Min(bin, edges.Length - 1)];
            double inside = ((reference.Counts[bin] * edge) - reference.Sums[bin]) / referenceRows;
            inside -= ((current.Counts[bin] * edge) - current.Sums[bin]) / currentRows;
            bool isInner = bin > 0 && bin < edges.Length;
            sum += Math.Abs((isInner ? apart * (edges[bin] - edges[bin - 1]) : 0) + inside);
            apart += (reference.Counts[bin] / referenceRows) - (current.Counts[bin] / currentRows);
        }

        return sum;
    }

    /// <summary>The population's standard deviation: divided by the number of values.</summary>
    public static double Deviation(ReadOnlySpan<double> values)
    {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double step = values[i] - mean;
            mean += step / (i + 1);
            squares += step * (values[i] - mean);
        }

        return values.IsEmpty ? 0 : Math.Sqrt(squares / values.Length);
    }
}

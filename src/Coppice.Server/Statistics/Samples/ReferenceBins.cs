namespace Coppice.Server.Statistics.Samples;

/// <summary>
/// Bins that a reference sets once and that later samples are counted in (methods 4.1): right-closed, open at both ends, with one more bin
/// for missing values. They are never made again from later values, or the comparison would follow what it is to find.
/// </summary>
public sealed class ReferenceBins
{
    private readonly double[] _edges;

    /// <summary>Bins between given edges.</summary>
    /// <param name="edges">Upper ends of the bins but the last, ascending and distinct.</param>
    public ReferenceBins(ReadOnlySpan<double> edges)
    {
        for (int i = 1; i < edges.Length; i++)
        {
            if (!(edges[i] > edges[i - 1]))
                throw new ArgumentException($"Edges ascend; found {edges[i]} after {edges[i - 1]}.", nameof(edges));
        }

        _edges = edges.ToArray();
    }

    public ReadOnlySpan<double> Edges => _edges;

    /// <summary>Bins, the one of missing values included.</summary>
    public int Count => _edges.Length + 2;

    /// <summary>The last bin.</summary>
    public int Missing => _edges.Length + 1;

    /// <summary>Edges at the type-7 quantiles of a reference, equal ones once; none where nothing is known.</summary>
    public static ReferenceBins OfQuantiles(ReadOnlySpan<double> sorted, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        if (sorted.IsEmpty)
            return new ReferenceBins([]);
        var edges = new List<double>(count - 1);
        for (int k = 1; k < count; k++)
        {
            double edge = OrderStatistics.Quantile(sorted, (double)k / count);
            if (edges.Count == 0 || edge > edges[^1])
                edges.Add(edge);
        }

        return new ReferenceBins([.. edges]);
    }

    /// <summary>The bin of a value.</summary>
    public int IndexOf(double value)
    {
        if (double.IsNaN(value))
            return Missing;
        int found = _edges.AsSpan().BinarySearch(value);
        return found >= 0 ? found : ~found;
    }

    /// <summary>How many values lie in each bin.</summary>
    public long[] CountIn(ReadOnlySpan<double> values)
    {
        var counts = new long[Count];
        foreach (double value in values)
            counts[IndexOf(value)]++;
        return counts;
    }

    /// <summary>The same with the sum of each bin's values, so that distances between the values remain known.</summary>
    public BinnedSample Tally(ReadOnlySpan<double> values)
    {
        var counts = new long[Count];
        var sums = new double[Count - 1];
        foreach (double value in values)
        {
            int bin = IndexOf(value);
            counts[bin]++;
            if (bin < sums.Length)
                sums[bin] += value;
        }

        return new BinnedSample(counts, sums);
    }
}

using System.Text.Json.Serialization;
using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Drift.Profiles;

/// <summary>
/// The bins that a reference gives an input, in which every later window is counted: what is kept of a window does not grow with its rows.
/// Fifty equal shares of the reference are exact enough. Counted at their edges, Kolmogorov and Smirnov's distance is never too large and at
/// most a fiftieth too small; the sums kept beside the counts make Wasserstein's distance exact but where two curves cross inside a bin.
/// Deciles, in which the stability index is counted, are every fifth edge.
/// </summary>
public sealed class ColumnBins
{
    private const int Shares = 50;
    private const int Deciles = 10;

    /// <summary>So many different values are still compared one by one.</summary>
    private const int FewValues = 20;

    private readonly ReferenceBins _bins;
    private readonly int[] _decileOf;

    [JsonConstructor]
    public ColumnBins(ColumnKind kind, double[] edges, double[] decileEdges, double deviation)
    {
        (Kind, Edges, DecileEdges, Deviation) = (kind, edges, decileEdges, deviation);
        _bins = new ReferenceBins(edges);
        var coarse = new ReferenceBins(decileEdges);
        _decileOf = [.. Enumerable.Range(0, _bins.Count).Select(bin => bin < edges.Length ? coarse.IndexOf(edges[bin]) : bin == _bins.Missing ? coarse.Missing : coarse.Missing - 1)];
    }

    public ColumnKind Kind { get; }

    public double[] Edges { get; }

    public double[] DecileEdges { get; }

    /// <summary>Standard deviation of the reference.</summary>
    public double Deviation { get; }

    /// <summary>Bins for a reference; missing values are NaN.</summary>
    public static ColumnBins Fit(ReadOnlySpan<double> values)
    {
        double[] known = [.. values.ToArray().Where(v => !double.IsNaN(v)).Order()];
        double deviation = Wasserstein.Deviation(known);
        var few = new List<double>();
        foreach (double value in known)
        {
            if (few.Count == 0 || value > few[^1])
                few.Add(value);
            if (few.Count > FewValues)
                return new ColumnBins(ColumnKind.Number, [.. ReferenceBins.OfQuantiles(known, Shares).Edges], [.. ReferenceBins.OfQuantiles(known, Deciles).Edges], deviation);
        }

        return new ColumnBins(ColumnKind.FewValues, [.. few], [.. few], deviation);
    }

    public BinnedSample Tally(ReadOnlySpan<double> values) => _bins.Tally(values);

    /// <summary>How far two samples of these bins are apart.</summary>
    public ColumnDistance Distance(BinnedSample reference, BinnedSample current)
    {
        var missing = ShareDifference.Of(reference.Missing, reference.Rows, current.Missing, current.Rows);
        double stability = reference.Rows == 0 || current.Rows == 0 ? 0 : PopulationStability.Of(InDeciles(reference), InDeciles(current)).Index;
        return Kind == ColumnKind.Number
            ? new ColumnDistance(missing, Wasserstein.OfBins(Edges, reference, current) / Math.Max(Deviation, Wasserstein.LeastDeviation), stability)
            {
                Largest = KolmogorovSmirnov.OfCounts(reference.KnownCounts, current.KnownCounts),
            }
            : new ColumnDistance(missing, JensenShannon.Distance(reference.KnownCounts, current.KnownCounts), stability)
            {
                Shares = Homogeneity.OfPooled(reference.KnownCounts, current.KnownCounts),
            };
    }

    /// <summary>Shares of the values there are, by decile of the reference or by value.</summary>
    public IReadOnlyList<double> Bars(BinnedSample sample)
    {
        long[] counts = InDeciles(sample)[..^1];
        // Behind the last of a few values lies nothing that the reference has.
        if (Kind == ColumnKind.FewValues && counts[^1] == 0 && counts.Length > 1)
            counts = counts[..^1];
        double known = Math.Max(1, sample.Known);
        return [.. counts.Select(count => Math.Round(count / known, 4))];
    }

    private long[] InDeciles(BinnedSample sample)
    {
        var counts = new long[DecileEdges.Length + 2];
        for (int bin = 0; bin < sample.Counts.Length; bin++)
            counts[_decileOf[bin]] += sample.Counts[bin];
        return counts;
    }
}

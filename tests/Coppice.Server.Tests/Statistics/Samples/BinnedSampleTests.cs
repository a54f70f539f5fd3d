using Coppice.Server.Statistics;
using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Tests.Statistics.Samples;

public sealed class BinnedSampleTests
{
    [Fact]
    public void Distance_from_counts_and_sums_is_that_of_the_values()
    {
        // By hand: every value moves up by 2, so the distance is 2 whatever the bins.
        double[] reference = [1, 2, 3, 5, 8, 13];
        double[] current = [3, 4, 5, 7, 10, 15];
        foreach (double[] edges in new double[][] { [3.5], [2, 6], [1, 2, 3, 5, 8] })
        {
            var bins = new ReferenceBins(edges);
            Vectors.Close(2, Wasserstein.OfBins(bins.Edges, bins.Tally(reference), bins.Tally(current)));
        }
    }

    [Fact]
    public void Fifty_bins_hardly_lose_anything_of_the_distances()
    {
        var random = new SplitMix64(3);
        double[] reference = Draw(random, 4000, 0, 1);
        double[] current = Draw(random, 700, 0.2, 1.4);
        var bins = ReferenceBins.OfQuantiles(reference, 50);
        var (before, now) = (bins.Tally(reference), bins.Tally(current));
        double exact = Wasserstein.Distance(reference, current);
        double binned = Wasserstein.OfBins(bins.Edges, before, now);
        Assert.InRange(binned, 0.99 * exact, exact + 1e-12);
        double distance = KolmogorovSmirnov.Of(reference, current).Distance;
        Assert.InRange(KolmogorovSmirnov.OfCounts(before.KnownCounts, now.KnownCounts).Distance, distance - 0.02, distance);
    }

    [Fact]
    public void Missing_values_are_counted_and_nothing_else()
    {
        var sample = new ReferenceBins([1, 2]).Tally([0.5, double.NaN, 1.5, 9, double.NaN]);
        Assert.Equal([1, 1, 1, 2], sample.Counts);
        Assert.Equal((5, 3, 2), (sample.Rows, sample.Known, sample.Missing));
        Vectors.Close(11.0 / 3, sample.Mean);
        Assert.Equal([0, 1, 1, 1], sample.Without(new ReferenceBins([1, 2]).Tally([0.7, double.NaN])).Counts);
    }

    private static double[] Draw(SplitMix64 random, int count, double mean, double deviation)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++)
            values[i] = mean + (deviation * Distributions.NormalQuantile((random.Next() >> 11) * (1.0 / (1UL << 53)) * 0.999998 + 1e-6));
        Array.Sort(values);
        return values;
    }
}

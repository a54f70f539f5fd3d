using Coppice.Server.Simulation;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Simulation;

public sealed class DrawsTests
{
    private const int Count = 100_000;

    private readonly SplitMix64 _random = new(11);

    [Fact]
    public void Factors_have_mean_one()
    {
        double mean = Enumerable.Range(0, Count).Average(_ => _random.Factor(0.5));

        Assert.Equal(1, mean, 0.01);
    }

    [Fact]
    public void Normals_have_mean_zero_and_variance_one()
    {
        double[] normals = [.. Enumerable.Range(0, Count).Select(_ => _random.Normal())];

        Assert.Equal(0, normals.Average(), 0.015);
        Assert.Equal(1, normals.Average(x => x * x), 0.03);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    [InlineData(12)]
    public void Poisson_counts_have_their_mean(double mean) =>
        Assert.Equal(mean, Enumerable.Range(0, Count).Average(_ => _random.Poisson(mean)), 4 * Math.Sqrt(mean / Count) + 1e-12);

    [Fact]
    public void Weighted_picks_follow_their_weights()
    {
        int[] picks = [.. Enumerable.Range(0, Count).Select(_ => _random.PickWeighted([1, 0, 3]))];

        Assert.Equal(0.25, picks.Count(pick => pick == 0) / (double)Count, 0.01);
        Assert.DoesNotContain(1, picks);
    }

    [Fact]
    public void Delays_stay_within_their_bounds()
    {
        TimeSpan[] delays = [.. Enumerable.Range(0, 1000).Select(_ => _random.Delay(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5)))];

        Assert.Equal([2, 3, 4], delays.Select(delay => delay.TotalSeconds).Distinct().Order());
    }
}

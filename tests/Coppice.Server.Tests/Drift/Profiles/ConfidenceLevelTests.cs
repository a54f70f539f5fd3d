using Coppice.Server.Drift.Profiles;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Drift.Profiles;

public sealed class ConfidenceLevelTests
{
    private const int Rows = 20_000;

    [Theory]
    [InlineData(0, 1.0, 1.0)]
    [InlineData(-0.5, 1.0, 1.0)]
    [InlineData(0, 0.5, 0.5)]
    [InlineData(-0.5, 0.5, 0.5)]
    public void What_came_true_is_the_slope_and_a_change_of_level_hardly_moves_it(double level, double slope, double expected)
    {
        var (labels, scores) = Draw(0, 1, 1);
        var confidence = ConfidenceLevel.Of(labels, scores, Customers)!;
        var (now, said) = Draw(level, slope, 2);

        double cameTrue = confidence.CameTrue(now.Select((label, row) => confidence.GapOf(label, said[row])).Average());

        // A score test takes one step towards the slope, which need not reach it.
        Assert.InRange(cameTrue, expected - 0.12, expected + 0.12);
    }

    [Fact]
    public void Chances_that_are_all_alike_say_nothing() => Assert.Null(ConfidenceLevel.Of([0, 1, 0], [0.3, 0.3, 0.3], [1, 2, 3]));

    private static long[] Customers => [.. Enumerable.Range(0, Rows).Select(i => (long)i)];

    private static (double[] Labels, double[] Scores) Draw(double level, double slope, ulong seed)
    {
        var random = new SplitMix64(seed);
        double[] logOdds = [.. Enumerable.Range(0, Rows).Select(_ => -1.5 + (1.2 * Distributions.NormalQuantile(Math.Max(random.NextDouble(), 1e-16))))];
        double[] labels = [.. logOdds.Select(odds => random.NextDouble() < Logistic.Sigmoid(-1.5 + level + (slope * (odds + 1.5))) ? 1.0 : 0.0)];
        return (labels, [.. logOdds.Select(Logistic.Sigmoid)]);
    }
}

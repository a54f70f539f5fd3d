using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Statistics;

public sealed class HypergeometricTests
{
    [Fact]
    public void The_series_gives_the_recorded_values()
    {
        foreach (var check in Vectors.Read("07_calibration_clv.json", "bgnbd", "hyp2f1_checks").EnumerateArray())
        {
            var (a, b, c) = (check.Number("a"), check.Number("b"), check.Number("c"));
            Vectors.RelativelyClose(check.Number("value"), 1 + (b / c * Hypergeometric.Increment(a, b, c, check.Number("z"))), 1e-13);
        }
    }

    [Fact]
    public void A_power_and_a_logarithm_are_special_cases()
    {
        // 2F1(a, b; b; z) = (1 - z)^-a, and 2F1(1, 1; 2; z) = -log(1 - z) / z.
        Vectors.RelativelyClose(Math.Pow(0.3, -1.7), 1 + Hypergeometric.Increment(1.7, 2.5, 2.5, 0.7), 1e-13);
        Vectors.RelativelyClose(-Math.Log(0.01) / 0.99, 1 + (Hypergeometric.Increment(1, 1, 2, 0.99) / 2), 1e-12);
    }

    [Fact]
    public void Beyond_the_series_nothing_is_answered() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.Increment(1, 1, 2, 1));
}

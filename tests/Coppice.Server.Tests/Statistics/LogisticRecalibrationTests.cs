using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Statistics;

public sealed class LogisticRecalibrationTests
{
    [Fact]
    public void A_narrow_band_of_many_margins_far_from_zero_is_fitted()
    {
        var random = new SplitMix64(31);
        var margins = new double[200_000];
        var labels = new double[margins.Length];
        for (int row = 0; row < margins.Length; row++)
        {
            margins[row] = -5 + (0.2 * random.NextDouble());
            labels[row] = random.NextDouble() < Logistic.Sigmoid(margins[row] + 2) ? 1 : 0;
        }
        LogisticRecalibration found = LogisticRecalibration.Fit(margins, labels)!.Value;
        Assert.InRange(found.Slope, 1 - (4 * found.SlopeError), 1 + (4 * found.SlopeError));
        double mean = margins.Average(margin => Logistic.Sigmoid((found.Slope * margin) + found.Intercept));
        Vectors.Close(labels.Average(), mean, 1e-12);
    }

    [Fact]
    public void Margins_without_spread_have_no_slope() => Assert.Null(LogisticRecalibration.Fit([0.3, 0.3, 0.3], [0, 1, 1]));

    [Fact]
    public void Classes_that_a_threshold_separates_have_no_finite_fit() => Assert.Null(LogisticRecalibration.Fit([-2, -1, 1, 2], [0, 0, 1, 1]));
}

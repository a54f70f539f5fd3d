using Coppice.Server.Drift;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Drift;

public class EstimateTrustTests
{
    [Fact]
    public void Before_the_first_window_estimates_are_trusted() => Assert.Equal(new EstimateTrust(null, true), EstimateTrust.Of([]));

    [Theory]
    [InlineData(true, 0.04, 0.05)]
    [InlineData(false, 0.04, 0.05, 0.031)]
    [InlineData(false, -0.04, 0.05, -0.031, 0.0)]
    [InlineData(true, 0.04, 0.03, 0.05)]
    [InlineData(true, 0.01, 0.05, 0.05, 0.05)]
    public void Three_windows_running_that_are_far_off_end_the_trust(bool trusted, params double[] biases)
    {
        var windows = biases.Select(bias => new EstimateWindow { ModelId = 1, ClosedAt = Workspace.Day(1), LastLabel = 1, Rows = 300, Metric = "auc", Estimated = bias, Realised = 0 });

        var trust = EstimateTrust.Of([.. windows]);

        Assert.Equal(trusted, trust.IsTrusted);
        Assert.Equal(biases.Average(), trust.Bias!.Value, 12);
    }
}

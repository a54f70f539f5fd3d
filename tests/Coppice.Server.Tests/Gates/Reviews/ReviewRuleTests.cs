using Coppice.Server.Evaluation;
using Coppice.Server.Gates.Reviews;

namespace Coppice.Server.Tests.Gates.Reviews;

/// <summary>The loser's log-loss is .4, so the margin of 1 % is .004; the bounds lie 1.96 errors away.</summary>
public class ReviewRuleTests
{
    [Theory]
    [InlineData(0.010, 0.002, ReviewVerdicts.Right)] // surely better
    [InlineData(0.000, 0.001, ReviewVerdicts.Right)] // equal: nothing was lost either way
    [InlineData(-0.002, 0.0009, ReviewVerdicts.Right)] // surely worse, and surely by less than the margin
    [InlineData(-0.010, 0.002, ReviewVerdicts.Wrong)]
    [InlineData(-0.004, 0.001, ReviewVerdicts.Wrong)]
    [InlineData(-0.010, 0.006, ReviewVerdicts.CannotTell)]
    [InlineData(0.010, 0.008, ReviewVerdicts.CannotTell)]
    public void What_was_chosen_is_held_against_what_was_not(double better, double error, string verdict)
    {
        var comparison = PairedComparison.FromError(MetricNames.LogLoss, 0.4, 0.4 - better, better, error, 500, ReviewRule.SignificanceLevel);

        Assert.Equal(verdict, ReviewRule.Of(comparison, margin: 0.01));
    }
}

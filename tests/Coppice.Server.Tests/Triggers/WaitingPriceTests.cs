using Coppice.Server.Triggers;

namespace Coppice.Server.Tests.Triggers;

public class WaitingPriceTests
{
    [Theory]
    [InlineData(1_500.0, 1_200.0, 400.0, 5.0, 120.0, "waiting costs about 120 a week: acting saves 1,200 by 1,000 customers, 1,500 were promised, and 400 are asked about in a week. A retrain costs 5: it pays within a week if it restores what was promised.")]
    [InlineData(1_500.0, 1_495.0, 400.0, 5.0, 2.0, "waiting costs about 2 a week: acting saves 1,495 by 1,000 customers, 1,500 were promised, and 400 are asked about in a week. A retrain costs 5: it does not pay within a week.")]
    [InlineData(1_500.0, 1_700.0, 400.0, null, 0.0, "waiting costs nothing so far: acting saves 1,700 by 1,000 customers, 1,500 were promised.")]
    public void A_week_costs_what_is_saved_less_on_those_asked_about(double promised, double achieved, double asked, double? retrain, double week, string sentence)
    {
        var cost = WaitingPrice.Of(promised, achieved, asked, retrain);

        Assert.Equal((week, retrain, sentence), (cost.PerWeek, cost.Retrain, cost.Sentence));
    }
}

using Coppice.Server.Simulation;

namespace Coppice.Server.Tests.Simulation;

public sealed class PriceShockTests
{
    private static PlayedShop Played => PlayedShop.Default;

    [Fact]
    public void What_ranked_buyers_before_the_shock_fails_in_it_and_works_again_after()
    {
        Assert.All(new[] { 0, 30, 60 }, day => Assert.InRange(SimpleAuc(day), 0.72, 0.82));
        Assert.InRange(SimpleAuc(90), 0.45, 0.63);
        // By now a third of the days it counts lie within the shock.
        Assert.InRange(SimpleAuc(120), 0.45, 0.70);
        Assert.InRange(SimpleAuc(180), 0.67, 0.82);
        Assert.All(new[] { 210, 240, 270, 300 }, day => Assert.InRange(SimpleAuc(day), 0.72, 0.82));
    }

    [Fact]
    public void Shock_turns_the_purchases_of_kinds_around()
    {
        var shop = new Shop(new ShopOptions());
        Dictionary<CustomerKind, double> before = MeanProbabilities(shop, 50);
        Dictionary<CustomerKind, double> within = MeanProbabilities(shop, 100);
        Dictionary<CustomerKind, double> after = MeanProbabilities(shop, 180);

        foreach (CustomerKind kind in new[] { CustomerKind.Regular, CustomerKind.BargainHunter })
            Assert.True(within[kind] < Math.Min(before[kind], after[kind]) / 2, $"{kind}: {before[kind]:P0}, {within[kind]:P0}, {after[kind]:P0}.");
        foreach (CustomerKind kind in new[] { CustomerKind.BigSpender, CustomerKind.TrendSeeker })
            Assert.True(within[kind] > Math.Max(before[kind], after[kind]) * 1.5, $"{kind}: {before[kind]:P0}, {within[kind]:P0}, {after[kind]:P0}.");
    }

    [Fact]
    public void Regular_customers_fill_as_many_carts_in_the_shock_and_leave_them_standing()
    {
        Moment moment = Played.Moments.Single(moment => moment.Day == 30);
        HashSet<string> regulars = [.. moment.Customers.Where((_, i) => moment.Kinds[i] == CustomerKind.Regular)];
        ShopEvent[] before = Within(30, 60);
        ShopEvent[] within = Within(95, 60);

        Assert.InRange(PerVisit(within, ShopEventTypes.Cart) / PerVisit(before, ShopEventTypes.Cart), 0.85, 1.3);
        Assert.InRange(PerVisit(within, ShopEventTypes.Purchase) / PerVisit(before, ShopEventTypes.Purchase), 0.10, 0.25);

        ShopEvent[] Within(int from, int days) => [.. Events(from, days).Where(e => regulars.Contains(e.Customer))];
    }

    [Fact]
    public void Purchases_in_the_shock_are_dearer()
    {
        double[] before = Values(20, 70);
        double[] within = Values(90, 70);

        Assert.True(within.Average() > before.Average() * 1.3, $"{before.Average():0} before, {within.Average():0} within.");
    }

    private static double SimpleAuc(int day)
    {
        Moment moment = Played.Moments.Single(moment => moment.Day == day);
        return Ranking.Auc(moment.FrequencyAndRecency(Played), moment.BoughtInMonth(Played));
    }

    private static Dictionary<CustomerKind, double> MeanProbabilities(Shop shop, int day)
    {
        while (shop.Offset < day)
            shop.Advance();
        return shop.Customers
            .GroupBy(shop.Truth.KindOf)
            .ToDictionary(kind => kind.Key, kind => kind.Average(customer => shop.Truth.Forecast(customer, 30, Foresight.PriceDates).PurchaseProbability));
    }

    private static double PerVisit(ShopEvent[] events, string type) =>
        (double)events.Count(e => e.Type == type) / events.Count(e => e.Type == ShopEventTypes.Visit);

    private static double[] Values(int from, int days) =>
        [.. Events(from, days).Where(e => e.Type == ShopEventTypes.Purchase).Select(e => (double)e.Value!.Value)];

    private static IEnumerable<ShopEvent> Events(int from, int days) =>
        Played.Events.Where(e => PlayedShop.DayOf(e.EventTime) >= from && PlayedShop.DayOf(e.EventTime) < from + days);
}

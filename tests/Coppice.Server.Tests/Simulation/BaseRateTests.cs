using Coppice.Server.Simulation;

namespace Coppice.Server.Tests.Simulation;

public sealed class BaseRateTests
{
    private static PlayedShop Played => PlayedShop.Default;

    [Fact]
    public void About_every_fifth_customer_buys_within_thirty_days() =>
        Assert.All(Played.Moments, moment => Assert.InRange(moment.BoughtInMonth(Played).Average(bought => bought ? 1.0 : 0), 0.13, 0.32));

    [Fact]
    public void A_fifth_to_two_fifths_of_customers_are_silent_for_ninety_days() =>
        Assert.All(Played.Moments, moment => Assert.InRange(moment.SilentInQuarter(Played).Average(silent => silent ? 1.0 : 0), 0.20, 0.40));

    [Fact]
    public void Spend_is_mostly_nothing_and_its_top_tenth_holds_more_than_half()
    {
        foreach (Moment moment in Played.Moments)
        {
            double[] spent = [.. moment.SpentInQuarter(Played).OrderDescending()];

            Assert.InRange(spent.Count(value => value == 0) / (double)spent.Length, 0.45, 0.70);
            Assert.InRange(spent.Take(spent.Length / 10).Sum() / spent.Sum(), 0.55, 0.80);
        }
    }

    [Fact]
    public void A_year_brings_enough_of_every_event()
    {
        Dictionary<string, int> counts = Played.Year.SelectMany(day => day.Events).CountBy(e => e.Type).ToDictionary();

        Assert.InRange(counts[ShopEventTypes.Visit], 60_000, 120_000);
        Assert.InRange(counts[ShopEventTypes.Cart], 20_000, 50_000);
        Assert.InRange(counts[ShopEventTypes.Purchase], 8_000, 16_000);
        Assert.InRange(counts[ShopEventTypes.Return], 600, 2_000);
        Assert.InRange(Played.Year.Sum(day => day.Notes.Count), 7_000, 18_000);
    }

    [Fact]
    public void Profiles_have_gaps()
    {
        ShopProfile[] first = [.. Played.Days.SelectMany(day => day.Profiles).DistinctBy(profile => profile.Customer)];

        Assert.InRange(Share(profile => profile.Country is null), 0.02, 0.04);
        Assert.InRange(Share(profile => profile.AgeBand is null), 0.15, 0.21);
        Assert.InRange(Share(profile => profile.Channel is null), 0.045, 0.075);
        Assert.InRange(Share(profile => profile.Newsletter is null), 0.08, 0.12);

        double Share(Func<ShopProfile, bool> isMissing) => (double)first.Count(isMissing) / first.Length;
    }

    [Fact]
    public void Some_customers_change_their_mind_about_the_newsletter()
    {
        IGrouping<string, ShopProfile>[] changed =
            [.. Played.Days.SelectMany(day => day.Profiles).GroupBy(profile => profile.Customer).Where(profiles => profiles.Count() > 1)];

        Assert.InRange(changed.Length, 300, 1_500);
        Assert.All(changed, profiles => Assert.All(profiles.Zip(profiles.Skip(1)), pair => Assert.NotEqual(pair.First.Newsletter, pair.Second.Newsletter)));
    }
}

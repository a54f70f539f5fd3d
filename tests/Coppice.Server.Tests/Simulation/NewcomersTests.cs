using Coppice.Server.Simulation;

namespace Coppice.Server.Tests.Simulation;

public sealed class NewcomersTests
{
    private static PlayedShop Played => PlayedShop.Default;

    [Fact]
    public void Newcomers_begin_with_a_visit_on_the_day_of_their_profile()
    {
        HashSet<string> opening = [.. Played.Days[0].Profiles.Select(profile => profile.Customer)];
        ShopProfile[] profiles =
            [.. Played.Days.SelectMany(day => day.Profiles).Where(profile => !opening.Contains(profile.Customer)).DistinctBy(profile => profile.Customer)];
        Dictionary<string, ShopEvent> firstVisits =
            Played.Events.Where(e => e.Type == ShopEventTypes.Visit).DistinctBy(e => e.Customer).ToDictionary(e => e.Customer);

        Assert.NotEmpty(profiles);
        Assert.All(profiles, profile => Assert.Equal(profile.Since, firstVisits[profile.Customer].EventTime));
    }

    [Fact]
    public void Newcomers_come_all_year_more_before_Christmas()
    {
        HashSet<string> seen = [.. Played.Days.Where(day => day.Date < PlayedShop.Options.FirstDay).SelectMany(day => day.Profiles).Select(p => p.Customer)];
        int[] months =
            [.. Played.Year
                .Where(day => day.Date.Year == 2025)
                .GroupBy(day => day.Date.Month)
                .Select(month => month.SelectMany(day => day.Profiles).Count(profile => seen.Add(profile.Customer)))];

        Assert.All(months, count => Assert.True(count > 80));
        Assert.Equal(months[11], months.Max());
    }

    [Fact]
    public void Raised_prices_draw_big_spenders_and_trend_seekers()
    {
        double usual = DrawnShare(0, 90);
        double raised = DrawnShare(90, 70);

        Assert.True(raised > 1.7 * usual, $"{usual:P0} of newcomers before the shock, {raised:P0} within.");

        static double DrawnShare(int from, int days)
        {
            var shop = new Shop(PlayedShop.Options);
            while (shop.Offset < from)
                shop.Advance();
            int before = shop.Customers.Count;
            while (shop.Offset < from + days)
                shop.Advance();
            CustomerKind[] drawn = [.. shop.Customers.Skip(before).Select(shop.Truth.KindOf)];
            return drawn.Count(kind => kind is CustomerKind.BigSpender or CustomerKind.TrendSeeker) / (double)drawn.Length;
        }
    }
}

using Coppice.Server.Simulation;

namespace Coppice.Server.Tests.Simulation;

public sealed class SeasonTests
{
    [Fact]
    public void Saturdays_bring_more_visits_than_mondays() =>
        Assert.True(VisitsOn(date => date.DayOfWeek == DayOfWeek.Saturday) > 1.3 * VisitsOn(date => date.DayOfWeek == DayOfWeek.Monday));

    [Fact]
    public void December_before_Christmas_is_the_peak_of_the_year()
    {
        double peak = VisitsOn(date => date is { Month: 12, Day: < 24 });

        Assert.All(Enumerable.Range(1, 11), month => Assert.True(peak > 1.15 * VisitsOn(date => date.Month == month)));
        Assert.True(peak > 2 * VisitsOn(date => date is { Month: 12, Day: 25 }));
    }

    [Fact]
    public void Factors_stay_near_one_apart_from_the_peaks()
    {
        DateOnly[] year = [.. Enumerable.Range(0, 365).Select(new DateOnly(2025, 1, 1).AddDays)];

        Assert.InRange(year.Average(Season.Traffic), 0.95, 1.1);
        Assert.All(year, date => Assert.InRange(Season.Traffic(date), 0.25, 2.5));
        Assert.InRange(year.Max(Season.Gifts), 12, 16);
        Assert.Equal(1, year.Min(Season.Gifts));
        Assert.Equal(1, year.Min(Season.Sales));
    }

    private static double VisitsOn(Func<DateOnly, bool> isMeant) =>
        PlayedShop.Default.Year.Where(day => isMeant(day.Date)).Average(day => day.Events.Count(e => e.Type == ShopEventTypes.Visit));
}

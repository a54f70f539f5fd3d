using Coppice.Server.Simulation;

namespace Coppice.Server.Tests.Simulation;

public sealed class OutcomeFeedTests
{
    private static readonly ShopOptions Options = PlayedShop.Options;
    private static readonly DateOnly FeedIsBack = Options.DateOf(Options.OutageStart + Options.OutageDays);

    private static IEnumerable<ShopEvent> Outcomes => PlayedShop.Default.Events.Where(e => e.Type is ShopEventTypes.Purchase or ShopEventTypes.Return);

    [Fact]
    public void Nothing_is_known_before_it_has_happened() =>
        Assert.All(PlayedShop.Default.Events, e => Assert.True(e.KnownTime >= e.EventTime, e.Id));

    [Fact]
    public void Visits_and_carts_are_known_at_once_even_in_the_outage() =>
        Assert.All(PlayedShop.Default.Events.Except(Outcomes), e => Assert.Equal(e.EventTime, e.KnownTime));

    [Fact]
    public void Most_outcomes_are_known_at_once_and_the_rest_within_five_days()
    {
        TimeSpan[] delays = [.. Outcomes.Where(e => PlayedShop.DayOf(e.KnownTime) < Options.OutageStart).Select(e => e.KnownTime - e.EventTime)];
        TimeSpan[] late = [.. delays.Where(delay => delay > TimeSpan.Zero)];

        Assert.InRange((double)late.Length / delays.Length, 0.10, 0.14);
        Assert.All(late, delay => Assert.InRange(delay, TimeSpan.FromDays(1), TimeSpan.FromDays(5)));
    }

    [Fact]
    public void Outage_reports_no_outcome() =>
        Assert.DoesNotContain(Outcomes, e => Options.OutcomeFeedIsDownOn(DateOf(e.KnownTime)));

    [Fact]
    public void Customers_go_on_buying_in_the_outage_and_all_of_it_arrives_later()
    {
        ShopEvent[] hidden = [.. Outcomes.Where(e => Options.OutcomeFeedIsDownOn(DateOf(e.EventTime)))];
        ShopEvent[] before = [.. Outcomes.Where(e => PlayedShop.DayOf(e.EventTime) is >= 228 and < 240)];

        Assert.InRange((double)hidden.Length / before.Length, 0.75, 1.35);
        Assert.All(hidden, e => Assert.True(DateOf(e.KnownTime) >= FeedIsBack, e.Id));
    }

    [Fact]
    public void The_day_the_feed_is_back_brings_about_two_weeks_at_once_in_the_morning()
    {
        ShopEvent[] backlog = [.. Outcomes.Where(e => DateOf(e.KnownTime) == FeedIsBack && DateOf(e.EventTime) < FeedIsBack && e.KnownTime.Hour == 6)];
        DateOnly[] hidden = [.. Enumerable.Range(Options.OutageStart, Options.OutageDays).Select(Options.DateOf)];

        Assert.InRange(backlog.Length, 200, 800);
        Assert.Empty(hidden.Except(backlog.Select(e => DateOf(e.EventTime))));
    }

    private static DateOnly DateOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}

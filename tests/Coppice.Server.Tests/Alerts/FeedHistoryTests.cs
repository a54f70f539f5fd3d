using Coppice.Server.Alerts;

namespace Coppice.Server.Tests.Alerts;

public class FeedHistoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_nightly_file_may_be_half_a_day_late()
    {
        var history = Nightly(days: 9);

        Assert.Equal(TimeSpan.FromHours(36), history.Patience);
        Assert.True(Until(history, Start.AddDays(8).AddHours(35)).Silence < history.Patience);
        Assert.Equal(TimeSpan.FromHours(37), Until(history, Start.AddDays(8).AddHours(37)).Silence);
    }

    [Fact]
    public void Nobody_knows_what_is_usual_after_a_few_arrivals() => Assert.Null(Nightly(days: 7).Patience);

    [Fact]
    public void A_stream_that_stops_is_missed_after_an_hour()
    {
        var history = new FeedHistory(0, Start, Start);
        for (int minute = 0; minute < 24 * 60; minute++)
            history = history.After(minute + 1, Start.AddMinutes(minute));

        Assert.Empty(history.Gaps);
        Assert.Equal(TimeSpan.FromHours(1), history.Patience);
    }

    [Fact]
    public void Time_without_a_server_is_no_silence()
    {
        var history = Until(Nightly(days: 9), Start.AddDays(8).AddHours(2));

        Assert.Equal(TimeSpan.FromHours(2), history.After(9, Start.AddDays(11)).Silence);
    }

    [Fact]
    public void The_last_sixty_gaps_are_usual()
    {
        var history = Nightly(days: 2).After(3, Start.AddDays(1).AddMinutes(20));
        for (int i = 1; i <= 62; i++)
            history = history.After(3 + i, Start.AddDays(1).AddMinutes(20 + (10 * i)));

        Assert.Equal(60, history.Gaps.Count);
        Assert.All(history.Gaps, gap => Assert.Equal(600, gap));
    }

    /// <summary>A file every midnight, looked for every ten minutes.</summary>
    private static FeedHistory Nightly(int days)
    {
        var history = new FeedHistory(0, Start.AddMinutes(-10), Start.AddMinutes(-10));
        for (int look = 0; look <= (days - 1) * 144; look++)
            history = history.After(1 + (look / 144), Start.AddMinutes(10 * look));
        return history;
    }

    private static FeedHistory Until(FeedHistory history, DateTimeOffset time)
    {
        for (var now = history.LastLook; now <= time; now = now.AddMinutes(10))
            history = history.After(history.Newest, now);
        return history.After(history.Newest, time);
    }
}

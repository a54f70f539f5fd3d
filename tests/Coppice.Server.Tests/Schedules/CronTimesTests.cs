using Coppice.Server.Schedules;

namespace Coppice.Server.Tests.Schedules;

public class CronTimesTests
{
    [Theory]
    [InlineData("0 6 * * *", "2026-03-05T06:00Z", "2026-03-06T06:00Z")]
    [InlineData("0 6 * * *", "2026-03-05T05:59Z", "2026-03-05T06:00Z")]
    [InlineData("0 2 * * SUN", "2026-03-05T00:00Z", "2026-03-08T02:00Z")]
    [InlineData("0 2 * * 0", "2026-03-05T00:00Z", "2026-03-08T02:00Z")]
    [InlineData("0 2 * * 7", "2026-03-05T00:00Z", "2026-03-08T02:00Z")]
    [InlineData("0 2 * * 5-7", "2026-03-05T00:00Z", "2026-03-06T02:00Z")]
    [InlineData("0 2 * * 5-7", "2026-03-07T03:00Z", "2026-03-08T02:00Z")]
    [InlineData("0 2 * * mon,wed", "2026-03-05T00:00Z", "2026-03-09T02:00Z")]
    [InlineData("0 2 * * 1/2", "2026-03-04T03:00Z", "2026-03-06T02:00Z")]
    [InlineData("0 3 1 * *", "2026-03-05T00:00Z", "2026-04-01T03:00Z")]
    [InlineData("*/15 * * * *", "2026-03-05T10:14Z", "2026-03-05T10:15Z")]
    [InlineData("30 4 1,15 JAN-MAR *", "2026-03-05T00:00Z", "2026-03-15T04:30Z")]
    public void The_next_time_is_the_one_that_cron_means(string cron, string after, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next), CronTimes.Parse(cron, TimeZoneInfo.Utc).Next(DateTimeOffset.Parse(after)));

    [Fact]
    public void Where_both_days_are_restricted_either_will_do()
    {
        var times = CronTimes.Parse("0 0 13 * FRI", TimeZoneInfo.Utc);

        Assert.Equal(DateTimeOffset.Parse("2026-04-10T00:00Z"), times.Next(DateTimeOffset.Parse("2026-04-09T00:00Z")));
        Assert.Equal(DateTimeOffset.Parse("2026-04-13T00:00Z"), times.Next(DateTimeOffset.Parse("2026-04-10T00:00Z")));
    }

    [Fact]
    public void Six_in_the_morning_stays_six_in_the_morning_when_the_clocks_change()
    {
        var times = CronTimes.Parse("0 6 * * *", TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

        var before = times.Next(DateTimeOffset.Parse("2026-03-28T00:00Z"))!.Value;
        var after = times.Next(before)!.Value;

        Assert.Equal((DateTimeOffset.Parse("2026-03-28T05:00Z"), DateTimeOffset.Parse("2026-03-29T04:00Z")), (before.ToUniversalTime(), after.ToUniversalTime()));
    }

    [Fact]
    public void An_hour_that_the_clocks_leave_out_is_not_lost_and_one_they_repeat_comes_once()
    {
        var times = CronTimes.Parse("30 2 * * *", TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));

        int Count(string from, string until)
        {
            int count = 0;
            for (var at = times.Next(DateTimeOffset.Parse(from)); at < DateTimeOffset.Parse(until); at = times.Next(at.Value))
                count++;
            return count;
        }

        Assert.Equal(1, Count("2026-03-28T12:00Z", "2026-03-29T12:00Z"));
        Assert.Equal(1, Count("2026-10-24T12:00Z", "2026-10-25T12:00Z"));
    }

    [Fact]
    public void A_day_that_never_comes_has_no_next() =>
        Assert.Null(CronTimes.Parse("0 0 30 2 *", TimeZoneInfo.Utc).Next(DateTimeOffset.Parse("2026-01-01T00:00Z")));

    [Fact]
    public void Six_fields_are_refused() => Assert.Throws<FormatException>(() => CronTimes.Parse("0 0 6 * * *", TimeZoneInfo.Utc));
}

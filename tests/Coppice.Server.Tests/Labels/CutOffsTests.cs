using Coppice.Server.Labels;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Labels;

public class CutOffsTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Fact]
    public void Months_begin_on_the_first_in_the_workspace_s_own_zone()
    {
        Assert.Equal(
            ["2026-02-28T23:00Z", "2026-03-31T22:00Z", "2026-04-30T22:00Z"],
            Between(Cadence.Month, Paris, "2026-02-10T00:00Z", "2026-05-01T00:00Z"));
    }

    [Fact]
    public void Weeks_begin_on_Mondays()
    {
        Assert.Equal(
            ["2026-03-02T00:00Z", "2026-03-09T00:00Z", "2026-03-16T00:00Z"],
            Between(Cadence.Of(TimeSpan.FromDays(7)), TimeZoneInfo.Utc, "2026-02-26T00:00Z", "2026-03-20T00:00Z"));
    }

    [Fact]
    public void The_start_is_outside_and_the_end_inside()
    {
        Assert.Equal(["2026-03-09T00:00Z"], Between(Cadence.Of(TimeSpan.FromDays(7)), TimeZoneInfo.Utc, "2026-03-02T00:00Z", "2026-03-09T00:00Z"));
        Assert.Equal(["2026-02-01T00:00Z"], Between(Cadence.Month, TimeZoneInfo.Utc, "2026-01-01T00:00Z", "2026-02-01T00:00Z"));
        Assert.Empty(Between(Cadence.Month, TimeZoneInfo.Utc, "2026-01-01T00:00Z", "2026-01-01T00:00Z"));
    }

    [Fact]
    public void The_same_cut_offs_come_out_however_the_time_is_cut()
    {
        foreach (var cadence in new[] { Cadence.Month, Cadence.Of(TimeSpan.FromDays(10)), Cadence.Of(TimeSpan.FromHours(36)) })
        {
            var whole = Between(cadence, Paris, "2026-01-10T05:00Z", "2026-12-24T00:00Z");
            var halves = Between(cadence, Paris, "2026-01-10T05:00Z", "2026-03-29T01:30Z").Concat(Between(cadence, Paris, "2026-03-29T01:30Z", "2026-12-24T00:00Z"));

            Assert.Equal(whole, halves);
        }
    }

    private static List<string> Between(Cadence cadence, TimeZoneInfo zone, string after, string until) => CutOffs
        .Between(cadence, zone, DateTimeOffset.Parse(after).ToMicroseconds(), DateTimeOffset.Parse(until).ToMicroseconds())
        .Select(t => UtcMicroseconds.ToTime(t).ToString("yyyy-MM-ddTHH:mmZ"))
        .ToList();
}

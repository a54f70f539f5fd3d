using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Drift;
using Coppice.Server.Drift.Profiles;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Drift;

public sealed class ErrorHistoryTests
{
    private static readonly ErrorLevel Usual = new(0.2, 0.4, 0.01);

    [Fact]
    public void Errors_that_stay_as_promised_have_not_risen() => Assert.False(Feed(days: 120, perDay: 40, _ => 0.2).HasRisen);

    [Theory]
    [InlineData(40)]
    [InlineData(400)]
    public void Errors_that_double_have_risen_and_come_down_again(int perDay)
    {
        var risen = Feed(60, perDay, day => day < 30 ? 0.2 : 0.4);
        Assert.True(risen.HasRisen);
        Assert.InRange(risen.Since!.Value, DateTimeOffset.UnixEpoch.AddDays(30), DateTimeOffset.UnixEpoch.AddDays(45));

        Assert.False(Feed(200, perDay, day => day is >= 30 and < 60 ? 0.4 : 0.18).HasRisen);
    }

    [Fact]
    public void Errors_that_fall_are_good_news() => Assert.False(Feed(60, 100, day => day < 30 ? 0.2 : 0.05).HasRisen);

    [Fact]
    public void A_stream_goes_on_where_it_was_kept()
    {
        var errors = Errors(50, 50, day => day < 25 ? 0.2 : 0.5);
        var whole = ErrorHistory.Start(1, Usual).After(errors, 6);
        var half = ErrorHistory.Start(1, Usual).After(errors[..1234], 6);
        half = JsonSerializer.Deserialize<ErrorHistory>(JsonSerializer.Serialize(half, CoppiceJson.Options), CoppiceJson.Options)!.After(errors[1234..], 6);

        Assert.Equal((whole.Since, whole.Accumulated, whole.Window.Width, whole.Window.Sum), (half.Since, half.Accumulated, half.Window.Width, half.Window.Sum));
    }

    [Fact]
    public void Days_that_add_up_keep_what_was_wrong_on_them()
    {
        // Three days of 60 % after ten of nothing at all: the quiet days leave no trace, the bad ones are all of it.
        var errors = Enumerable.Range(0, 13).SelectMany(day => Enumerable.Range(0, 10).Select(i => new MaturedError(day, day >= 10 && i < 6 ? 1 : 0))).Append(new MaturedError(13, 0)).ToList();

        var stream = ErrorHistory.Start(1, Usual).After(errors, 6);

        Assert.True(stream.HasRisen);
        Assert.Equal((30, 18.0), (stream.AccumulatedRows, stream.AccumulatedErrors));
    }

    private static ErrorHistory Feed(int days, int perDay, Func<int, double> rate) => ErrorHistory.Start(1, Usual).After(Errors(days, perDay, rate), 6);

    private static MaturedError[] Errors(int days, int perDay, Func<int, double> rate)
    {
        var random = new SplitMix64(21);
        return [.. from day in Enumerable.Range(0, days) from i in Enumerable.Range(0, perDay) select new MaturedError(day, random.NextDouble() < rate(day) ? 1 : 0)];
    }
}

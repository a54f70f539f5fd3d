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
        var whole = ErrorHistory.Start(1, Usual).After(errors, errors[^1].Day, 6);
        var half = ErrorHistory.Start(1, Usual).After(errors[..1234], errors[1233].Day, 6);
        half = JsonSerializer.Deserialize<ErrorHistory>(JsonSerializer.Serialize(half, CoppiceJson.Options), CoppiceJson.Options)!.After(errors[1234..], errors[^1].Day, 6);

        Assert.Equal((whole.Since, whole.Sizes, whole.Window.Width, whole.Window.Sum), (half.Since, half.Sizes, half.Window.Width, half.Window.Sum));
    }

    [Fact]
    public void Days_that_add_up_keep_what_was_wrong_on_them()
    {
        // Three days of 60 % after ten of nothing at all: the quiet days leave no trace, the bad ones are all of it.
        var errors = Enumerable.Range(0, 13).SelectMany(day => Enumerable.Range(0, 10).Select(i => new MaturedError(day, day >= 10 && i < 6 ? 1 : 0))).Append(new MaturedError(13, 0)).ToList();

        var stream = ErrorHistory.Start(1, Usual).After(errors, errors[^1].Day, 6);

        Assert.True(stream.HasRisen);
        Assert.Equal((30, 18.0), (stream.Sizes.Rows, stream.Sizes.Sum));
    }

    [Fact]
    public void A_day_is_over_by_the_clock_where_no_other_label_comes()
    {
        var errors = Enumerable.Range(0, 4).SelectMany(week => Enumerable.Range(0, 50).Select(i => new MaturedError(7 * week, i < 30 ? 1 : 0))).ToList();
        var open = ErrorHistory.Start(1, Usual).After(errors[..100], 7, 6);

        Assert.Equal((false, true), (open.HasRisen, open.IsOver(8)));
        Assert.True(open.After([], 8, 6).HasRisen);
    }

    [Fact]
    public void Answers_that_tell_nobody_apart_any_more_are_errors_even_where_log_loss_falls()
    {
        // Nine of ten unlikely and one of two likely; then everybody buys as seldom as the unlikely did.
        var confidence = ConfidenceLevel.Of([.. Answers(20, day => 0.5).Select(a => a.Label)], [.. Answers(20, day => 0.5).Select(a => a.Score)], [.. Enumerable.Range(0, 20 * 50).Select(i => (long)i)])!;
        var answers = Answers(40, day => day < 20 ? 0.5 : 0.1);
        List<MaturedError> errors = [.. answers.Select(a => new MaturedError(a.Day, Losses.Log(a.Label, a.Score) / 5, confidence.GapOf(a.Label, a.Score)))];
        var usual = new ErrorLevel(errors.Where(e => e.Day < 20).Average(e => e.Size), 0.1, 0.004);
        Assert.True(errors.Where(e => e.Day >= 20).Average(e => e.Size) < usual.Mean);

        var stream = ErrorHistory.Start(1, usual, confidence).After(errors, errors[^1].Day, 6);

        Assert.False(ErrorHistory.Start(1, usual).After(errors, errors[^1].Day, 6).HasRisen);
        Assert.InRange(stream.Since!.Value, DateTimeOffset.UnixEpoch.AddDays(20), DateTimeOffset.UnixEpoch.AddDays(30));
        Assert.InRange(confidence.CameTrue(stream.Gaps.Sum / stream.Gaps.Rows), -0.3, 0.3);
    }

    /// <summary>Fifty a day, half of them likely to buy.</summary>
    private static List<(int Day, double Label, double Score)> Answers(int days, Func<int, double> likely)
    {
        var random = new SplitMix64(22);
        return [.. from day in Enumerable.Range(0, days) from i in Enumerable.Range(0, 50) let score = i % 2 == 0 ? 0.5 : 0.1
                   select (day, random.NextDouble() < (i % 2 == 0 ? likely(day) : 0.1) ? 1.0 : 0.0, score)];
    }

    private static ErrorHistory Feed(int days, int perDay, Func<int, double> rate) => ErrorHistory.Start(1, Usual).After(Errors(days, perDay, rate), days - 1, 6);

    private static MaturedError[] Errors(int days, int perDay, Func<int, double> rate)
    {
        var random = new SplitMix64(21);
        return [.. from day in Enumerable.Range(0, days) from i in Enumerable.Range(0, perDay) select new MaturedError(day, random.NextDouble() < rate(day) ? 1 : 0)];
    }
}

using Coppice.Cli.Models;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Models;

public sealed class PerformanceScreenTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Weeks_read_like_this()
    {
        string text = TestScreen.Render(100, screen => PerformanceScreen.Write(screen, Some(2), HistoryForm.Table));
        Assert.Contains(
            """
              week        labels  AUC         prior  no change  by        to come
              ▲ 4.1 05 Jan 06:00
              2026-01-05   1,200  .840 ±.011   .500       .512  4.1
              2026-01-12     800  .850 ±.011   .500       .512  4.1, 4.2  404, .846 ±.020 expected

              newest 2,000 answers that came true: AUC .844 ±.009 · promised ≥ .830
              running mean of about the last 1,000: log-loss .4312 · accuracy .804
              newest week: .412 of the way from guessing to right, .302 from repeating the label before

              try: coppice performance purchase --plot  ·  coppice drift purchase
            """,
            text);
    }

    [Fact]
    public void How_far_off_expectations_were_is_said()
    {
        PerformanceResponse weeks = Some(2);
        PerformancePoint open = weeks.Points[1] with { Estimated = new EstimatedMetric("mae", 82.8, 17.3, 286) { Bias = -2.31 } };
        string text = TestScreen.Render(120, screen => PerformanceScreen.Write(screen, weeks with { Metric = "mae", Points = [weeks.Points[0], open] }, HistoryForm.Table));
        Assert.Contains("such expectations were 2.310 too low on the newest answers that came true", text);
        Assert.DoesNotContain("such expectations", TestScreen.Render(120, screen => PerformanceScreen.Write(screen, weeks, HistoryForm.Table)));
    }

    [Theory]
    [InlineData(80, 1)]
    [InlineData(80, 40)]
    [InlineData(100, 104)]
    [InlineData(80, 300)]
    public void The_plot_fits_with_what_came_true_what_is_expected_and_changes_of_champion(int width, int weeks)
    {
        string text = TestScreen.Render(width, screen => PerformanceScreen.Write(screen, Some(weeks), HistoryForm.Plot));
        string[] lines = text.Split('\n');
        int floor = Array.FindIndex(lines, line => line.Contains('└'));
        Assert.Contains(lines[..floor], line => line.Contains('●'));
        Assert.Contains(lines[..floor], line => line.Contains('○'));
        Assert.Equal(weeks <= width - 16 ? 1 : 0, lines[floor + 1].Count(mark => mark == '▲'));
    }

    [Fact]
    public void A_model_that_nobody_asked_says_so()
    {
        string text = TestScreen.Render(80, screen => PerformanceScreen.Write(screen, Some(1) with { Points = [] }, HistoryForm.Table));
        Assert.Contains("purchase has not been asked yet.", text);
    }

    private static PerformanceResponse Some(int weeks) => new(
        "purchase",
        "auc",
        "week",
        "",
        [.. Enumerable.Range(0, weeks).Select(week => new PerformancePoint(
            Start.AddDays(7 * week),
            Start.AddDays(7 * (week + 1)),
            week == weeks - 1 && weeks > 1 ? 800 : 1200,
            300,
            week == weeks - 1 ? 404 : 0,
            week % 2 == 0 ? .84 : .85,
            .011,
            week == weeks - 1 ? new EstimatedMetric("auc", .846, .02, 404) : null,
            .5,
            .512,
            week == weeks - 1 && weeks > 1 ? [new("4.1", 500), new("4.2", 300)] : [new("4.1", 1200)]))],
        new NewestQuality(2000, .844, .009),
        [new("log_loss", .999, .4312, 1000), new("accuracy", .999, .804, 1000)],
        .83,
        .412,
        .302,
        [new(1, "purchase", "promotion", null, "4.1", "coppice", "first", Start.AddHours(6))]);
}

using Coppice.Cli.Models;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Models;

public sealed class HistoryPlotTests
{
    [Theory]
    [InlineData(80, 1)]
    [InlineData(80, 4)]
    [InlineData(80, 40)]
    [InlineData(80, 500)]
    [InlineData(100, 12)]
    public void The_plot_fits_and_marks_every_change_of_champion(int width, int versions)
    {
        string text = TestScreen.Render(width, screen => HistoryScreen.Write(screen, Some.History(versions), HistoryForm.Plot));
        string marks = text.Split('\n')[^6];
        Assert.Equal(Math.Min(2, versions - 1), marks.Count(c => c is '▲' or '▼'));
    }

    [Fact]
    public void The_plot_of_four_versions_reads_like_this()
    {
        HistoryPoint[] points =
        [
            new("1.0", Some.Now, .80, .02, 900, "promoted"),
            new("1.1", Some.Now, .82, .02, 900, "promoted"),
            new("1.2", Some.Now, .81, .02, 900, "held"),
            new("2.0", Some.Now, .85, null, 900, "promoted"),
        ];
        IReadOnlyList<string> plot = HistoryPlot.Draw(points, [new(1, "m", "promotion", null, "1.0", "p", "", Some.Now), new(2, "m", "rollback", "2.0", "1.1", "p", "", Some.Now)], 3, 80);
        Assert.Equal(
            """
              .850 ┤                             ●
                   │
                   │           ┬
                   │           │        ┬
              .825 ┤           │        │
                   │  ┬        ●        │
                   │  │        │        │
                   │  │        │        ○
              .799 ┤  │        │        │
                   │  ●        ┴        │
                   │  │                 ┴
              .780 ┤  │
                   └──────────────────────────────
                      ▲        ▼
                     1.0      1.1      1.2      2.0
              ● promoted  ○ not promoted  │ 95 % interval  ▲ became champion  ▼ rolled back to
            """,
            string.Join('\n', plot));
    }

    [Fact]
    public void Versions_without_the_metric_are_not_drawn()
    {
        HistoryPoint[] points = [new("1.0", Some.Now, null, null, 0, null)];
        Assert.Equal("  no version has this metric", Assert.Single(HistoryPlot.Draw(points, [], 3, 80)));
    }
}

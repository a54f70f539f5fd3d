using Coppice.Cli.Models;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Models;

public sealed class HistoryPlotTests
{
    [Theory]
    [InlineData(80, 1, 0)]
    [InlineData(80, 4, 2)]
    [InlineData(80, 40, 2)]
    [InlineData(80, 66, 2)]
    [InlineData(80, 500, 0)]
    [InlineData(100, 12, 2)]
    public void The_plot_fits_and_marks_every_change_of_champion_it_shows(int width, int versions, int changes)
    {
        string text = TestScreen.Render(width, screen => HistoryScreen.Write(screen, Some.History(versions), HistoryForm.Plot));
        string[] lines = text.Split('\n');
        string marks = lines[Array.FindIndex(lines, l => l.Contains('└')) + 1];
        Assert.Equal(changes, marks.Count(c => c is '▲' or '▼'));
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
        DeploymentResponse[] deployments =
        [
            new(1, "m", "promotion", null, "1.0", "p", "", Some.Now),
            new(2, "m", "rollback", "2.0", "1.1", "p", "", Some.Now),
        ];
        IReadOnlyList<string> plot = HistoryPlot.Draw(points, deployments, 3, 80);
        Assert.Equal(
            """
              .850 ┤                             ●
                   │
                   │           ┬
                   │           │        ┬
              .825 ┤           │        │
                   │  ┬        ●        │
                   │  │        │        ○
                   │  │        │        │
              .799 ┤  ●        ┴        │
                   │  │                 ┴
                   │  │
              .780 ┤  ┴
                   └───────────────────────────────
                      ▲        ▼
                     1.0      1.1      1.2      2.0
              ● promoted  ○ not promoted  │ 95 % interval  ▲ became champion  ▼ rolled back to
            """,
            string.Join('\n', plot));
    }

    [Fact]
    public void Of_many_versions_the_newest_are_drawn()
    {
        string text = TestScreen.Render(80, screen => HistoryScreen.Write(screen, Some.History(500), HistoryForm.Plot));
        Assert.Contains("AUC of the newest 66 of 500 versions", text);
        Assert.Contains("1.499", text);
    }

    [Fact]
    public void Versions_without_the_metric_are_not_drawn()
    {
        HistoryPoint[] points = [new("1.0", Some.Now, null, null, 0, null)];
        Assert.Equal("  no version has this metric", Assert.Single(HistoryPlot.Draw(points, [], 3, 80)));
    }
}

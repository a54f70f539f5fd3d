using Coppice.Cli.Simulation;
using Coppice.Cli.Terminal;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Simulation;

public sealed class DemoScreenTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void The_live_view_fits_the_screen_in_five_lines(int width)
    {
        var test = new TestScreen(width);
        test.Screen.Console.Write(DemoLiveView.Frame(Day(180) with { Events = 1_234_567, Customers = 12_345 }, width));
        Assert.All(test.Lines, line => Assert.True(line.TrimEnd().Length <= width, line));
        Assert.Matches(@"2026-06-30  ━+─+ 49 %  1,234,567 events, 12,345 customers", test.Output);
        Assert.Matches(@"purchase +1\.0 +AUC +\.812 +\.850 +1,800", test.Output);
        Assert.Equal(5, test.Lines.Count(l => l.Trim().Length > 0) + 2);
    }

    [Fact]
    public async Task A_pipe_gets_every_decision_and_the_figures_once_a_month()
    {
        var test = new TestScreen(kind: ScreenKind.Pipe);
        await DemoScreen.WriteAsync(test.Screen, Path.GetFullPath("coppice-demo"), Year());
        Assert.Equal(13, test.Lines.Count(l => l.Contains("purchase 1.0 AUC .812 of .850", StringComparison.Ordinal)));
        Assert.Contains("2026-02-10  purchase 1.1 promoted", test.Lines);
        Assert.Contains("The year is over.", test.Lines);
        Assert.Contains("try: coppice status --workspace coppice-demo", test.Output);
    }

    private static async IAsyncEnumerable<DemoLine> Year()
    {
        for (int day = 0; day < 365; day++)
        {
            yield return Day(day);
            if (day == 40)
                yield return Day(day) with { Kind = "decision", Text = "purchase 1.1 promoted", Models = [] };
        }

        await Task.Yield();
        yield return Day(364) with { Kind = "end", Text = "The year is over." };
    }

    private static DemoLine Day(int day) =>
        new("day", day / 365.0, Start.AddDays(day), "", day * 1000, 900, [new DemoModel("purchase", "1.0", "auc", .812, .85, 1800)]);
}

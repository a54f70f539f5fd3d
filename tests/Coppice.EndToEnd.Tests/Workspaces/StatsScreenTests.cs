using Coppice.Cli.Workspaces;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Workspaces;

public sealed class StatsScreenTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void Stats_count_everything(int width)
    {
        var stats = new StatsResponse(
            23_570,
            [new EventTypeStats("purchase", 69_659, Some.Now.AddYears(-1), Some.Now, 2_500_315.63), new EventTypeStats("visit", 4, Some.Now, Some.Now, null)],
            0,
            0,
            12,
            0,
            3000,
            5,
            48_123_904,
            [new LabelStats("purchase", "backfill", 182_000, 300, 2, .127)]);
        string text = TestScreen.Render(width, screen => StatsScreen.Write(screen, stats));
        Assert.StartsWith("23,570 customers · database 48.1 MB\n", text);
        Assert.Contains("  purchase  69,659  2025-11-13  2026-11-13  2,500,316\n", text);
        Assert.Contains("  purchase  backfill  182,000   300          2  .127\n", text);
    }
}

using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Stories;

public sealed class DemoStory
{
    [Fact]
    public async Task In_a_pipe_the_demo_plays_its_days_ends_by_itself_and_leaves_a_workspace_to_look_at()
    {
        using var folder = new TemporaryFolder();
        await using CoppiceProcess playing = folder.Start("demo", "--days", "12", "--customers", "1500", "--url", "http://127.0.0.1:0");
        string told = await playing.WaitForLineAsync("the dashboard shows the year while it is played: ");
        using (var http = new HttpClient { BaseAddress = new Uri(told[(told.IndexOf(": ", StringComparison.Ordinal) + 2)..]) })
        {
            Assert.Equal("demo-shop", (await new CoppiceClient(http).GetStatusAsync(TestContext.Current.CancellationToken)).Workspace);
            // The dashboard, or how to build it.
            HttpResponseMessage page = await http.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Contains("<title>", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        CoppiceResult demo = (await playing.WaitAsync(TimeSpan.FromMinutes(3))).Exits(0);
        string[] dated = [.. demo.OutputLines.Where(IsDated)];
        Assert.InRange(dated.Length, 4, 200);
        Assert.Equal(dated.Select(l => l[..10]).Order(StringComparer.Ordinal), dated.Select(l => l[..10]));
        Assert.Contains(dated, l => l.Contains("purchase 1.0 (full) promoted", StringComparison.Ordinal));
        Assert.Contains("try: coppice status --workspace coppice-demo", demo.Output);

        StatusResponse status = (await folder.RunAsync("status", "--workspace", "coppice-demo", "--json")).Exits(0).Json<StatusResponse>();
        Assert.Equal("simulated", status.Clock);
        Assert.Equal(dated[^1][..7], status.Now.ToString("yyyy-MM"));
        Assert.True(status.Customers >= 1500);
        CoppiceResult screen = (await folder.RunAsync("status", "--workspace", "coppice-demo")).Exits(0);
        Assert.Contains("simulated clock", screen.Output);

        var versions = (await folder.RunAsync("versions", "purchase", "--workspace", "coppice-demo", "--json")).Exits(0).Json<List<VersionResponse>>();
        Assert.Contains(versions[0].Importance, input => input.Feature == "notes.\"comes regularly\"" && input.MeanAbsoluteContribution > 0);
    }

    private static bool IsDated(string line) =>
        line.Length > 12 && line[10..12] == "  " && DateOnly.TryParseExact(line[..10], "yyyy-MM-dd", out _);
}

using Coppice.Client;
using Microsoft.Playwright;

namespace Coppice.EndToEnd.Tests.Dashboard;

[Collection(SharedDashboard.Name)]
public sealed class ActionsTests(DashboardSite site)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_forced_retrain_is_followed_to_its_verdict()
    {
        await using BrowserPage page = await site.OpenAsync("/runs");
        await page.Button("Force retrain").ClickAsync();
        await page.Dialog.GetByLabel("Model").SelectOptionAsync("churn");
        await page.Dialog.GetByLabel("Strategy").SelectOptionAsync("full");
        await page.Dialog.GetByLabel("Your name").FillAsync("maria");
        await page.InDialog("Retrain churn").ClickAsync();
        await page.SeesAsync("of churn");
        await page.SeesAsync("Learnt from", 60_000);
        long run = long.Parse(page.Page.Url.Split('/')[^1]);
        RunResponse told = await site.Client.GetRunAsync(run, Cancelled);
        Assert.Equal(("churn", "full", "manual"), (told.Model, told.Strategy, told.Trigger));
        await page.SeesAsync(told.Result!.Sentence);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_promotion_past_the_gates_wants_a_reason_appears_in_another_browser_and_can_be_undone()
    {
        await using BrowserPage page = await site.OpenAsync("/models/purchase/versions");
        await using BrowserPage other = await site.OpenAsync("/models/purchase/versions");
        IReadOnlyList<VersionResponse> versions = await site.Client.GetVersionsAsync("purchase", cancellationToken: Cancelled);
        string champion = versions.Single(version => version.Role == "champion").Version;
        string refused = versions.First(version => version.Role != "champion" && version.Decision != "promoted").Version;

        await page.Button($"Promote {refused}").ClickAsync();
        await page.SeesAsync("This overrides the gates.");
        await page.SeesAsync("Change decile");
        await Assertions.Expect(page.InDialog($"Promote {refused}")).ToBeDisabledAsync();
        await page.Dialog.GetByLabel("Reason").FillAsync("the spring sale is coming");
        await page.Dialog.GetByLabel("Your name").FillAsync("maria");
        await page.InDialog($"Promote {refused}").ClickAsync();
        await Assertions.Expect(page.Dialog).ToHaveCountAsync(0);
        await page.SeesAsync("the spring sale is coming");
        await other.SeesAsync("the spring sale is coming");
        await Assertions.Expect(other.Button($"Promote {champion}")).ToBeVisibleAsync();

        await other.Button($"Undo: back to {champion}").ClickAsync();
        await other.Dialog.GetByLabel("Reason").FillAsync("only a try");
        await other.InDialog($"Roll back to {champion}").ClickAsync();
        await page.SeesAsync("only a try");
        StatusResponse status = await site.Client.GetStatusAsync(Cancelled);
        Assert.Equal(champion, status.Models.Single(model => model.Model == "purchase").Champion);
        DeploymentResponse last = (await site.Client.GetDeploymentsAsync("purchase", cancellationToken: Cancelled))[0];
        Assert.Equal(("rollback", "only a try"), (last.Kind, last.Reason));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_table_is_looked_at_before_it_is_imported()
    {
        await using BrowserPage page = await site.OpenAsync("/upload");
        long before = await EventsAsync();
        await page.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "orders.csv",
            MimeType = "text/csv",
            Buffer = "customer,type,time,value\nc00010,purchase,2025-01-02T10:00:00Z,19.90\nc00011,visit,2025-01-02T11:00:00Z,\n"u8.ToArray(),
        });
        await page.SeesAsync("19.90");
        Assert.Equal(before, await EventsAsync());
        await page.Button("Import as events").ClickAsync();
        await Assertions.Expect(page.Page.Locator("input[type=file]")).ToHaveCountAsync(0);
        Assert.Equal(before + 2, await EventsAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Retraining_is_stopped_and_started_from_the_overview()
    {
        await using BrowserPage page = await site.OpenAsync("/");
        await page.Button("Stop").ClickAsync();
        await page.InDialog("Stop retraining").ClickAsync();
        await Assertions.Expect(page.Button("Start")).ToBeVisibleAsync();
        Assert.False((await site.Client.GetStatusAsync(Cancelled)).Retraining!.On);
        await page.Button("Start").ClickAsync();
        await page.InDialog("Start retraining").ClickAsync();
        await Assertions.Expect(page.Button("Stop")).ToBeVisibleAsync();
        Assert.True((await site.Client.GetStatusAsync(Cancelled)).Retraining!.On);
    }

    private async Task<long> EventsAsync() => (await site.Client.GetStatsAsync(Cancelled)).Events.Sum(type => type.Count);
}

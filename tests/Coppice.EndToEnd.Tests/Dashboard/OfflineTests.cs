using Coppice.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace Coppice.EndToEnd.Tests.Dashboard;

[Collection(SharedDashboard.Name)]
public sealed class OfflineTests(DashboardSite site)
{
    [Fact]
    public async Task A_server_that_dies_during_an_action_is_told_of_and_nothing_that_was_typed_is_lost()
    {
        if (ChromiumBrowser.Missing is { } missing)
            Assert.Skip(missing);
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
        await using BrowserPage page = await site.Browser.OpenAsync(await Steps.AddressAsync(server), PageLook.Wide);
        await page.GoToAsync("/");
        await page.Button("Stop").ClickAsync();
        await page.Dialog.GetByLabel("Your name").FillAsync("maria");
        server.Kill();
        await page.InDialog("Stop retraining").ClickAsync();
        await page.SeesAsync("The server cannot be reached.");
        await page.SeesAsync("No connection since");
        await Assertions.Expect(page.Dialog.GetByLabel("Your name")).ToHaveValueAsync("maria");
        Assert.Equal("lost", await page.Page.EvaluateAsync<string>("() => document.documentElement.dataset.connection"));
    }
}

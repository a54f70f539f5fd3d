using System.Text;
using Microsoft.Playwright;

namespace Coppice.EndToEnd.Tests.Dashboard;

[Collection(SharedDashboard.Name)]
public sealed class TasksTests(DashboardSite site)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_is_looked_at_before_it_is_stored_and_its_rows_are_found_with_the_customer()
    {
        await using BrowserPage page = await site.OpenAsync("/upload");
        await GiveAsync(page, "purchases.csv", "buyer,when,total\ndora,2025-01-02 10:00,12.5\ndora,2025-01-03 10:00,much\n");
        await page.Button("Take buyer as the customer").ClickAsync();
        await page.SeesAsync("the value \"much\" is not a number");
        Assert.Empty(await page.ViolationsAsync());
        Assert.Empty((await site.Client.GetCustomersAsync("dora", cancellationToken: Cancelled)).Customers);

        await page.Page.GetByLabel("Your name").FillAsync("maria");
        await page.Button("Import as events").ClickAsync();
        await page.SeesAsync("purchases.csv: 1 row imported");
        await page.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "See all data" }).ClickAsync();
        await page.SeesAsync("maria");
        await page.GoToAsync("/customers/dora");
        await page.SeesAsync("12.5");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_table_of_customers_comes_back_with_scores_that_lead_to_their_reasons()
    {
        await using BrowserPage page = await site.OpenAsync("/upload?tab=predict");
        string customer = (await site.Client.GetCustomersAsync(limit: 1, cancellationToken: Cancelled)).Customers[0].Customer;
        await GiveAsync(page, "ask.csv", $"customer\n{customer}\n");
        await page.Button("Predict").ClickAsync();
        await page.SeesAsync("3 answers about 1 row");
        await page.Page.GetByTitle("Why?").First.ClickAsync();
        await Assertions.Expect(page.Dialog.GetByText("Window closes")).ToBeVisibleAsync();
        Assert.Empty(await page.ViolationsAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task The_definition_is_checked_as_one_types_saved_with_a_reason_and_restored()
    {
        await using BrowserPage page = await site.OpenAsync("/settings?tab=definition");
        string text = (await site.Client.GetDefinitionAsync(Cancelled)).Text;
        ILocator typed = page.Page.GetByLabel("Text of the definition file");
        await typed.FillAsync(text.Replace("drift: {", "drifft: {", StringComparison.Ordinal));
        await page.SeesAsync("did you mean drift?");
        await Assertions.Expect(page.Button("Save…")).ToBeDisabledAsync();
        Assert.Empty(await page.ViolationsAsync());

        await typed.FillAsync(text.Replace("window: 14d", "window: 21d", StringComparison.Ordinal));
        await SaveAsync(page, "three weeks tell more");
        Assert.Contains("window: 21d", (await site.Client.GetDefinitionAsync(Cancelled)).Text, StringComparison.Ordinal);

        await page.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "History" }).ClickAsync();
        await page.SeesAsync("three weeks tell more");
        await page.Button("Restore this text…").First.ClickAsync();
        await SaveAsync(page, "they do not");
        Assert.Equal(text, (await site.Client.GetDefinitionAsync(Cancelled)).Text);
        Assert.Empty(page.Complaints);
    }

    private static Task GiveAsync(BrowserPage page, string name, string table) => page.Page.Locator("input[type=file]").SetInputFilesAsync(
        new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });

    private static async Task SaveAsync(BrowserPage page, string reason)
    {
        await page.Button("Save…").ClickAsync();
        await page.Dialog.GetByLabel("Reason").FillAsync(reason);
        await page.InDialog("Save and put in force").ClickAsync();
        await page.SeesAsync("In force since just now.");
    }
}

using Microsoft.Playwright;

namespace Coppice.EndToEnd.Tests.Dashboard;

[Collection(SharedDashboard.Name)]
public sealed class PagesTests(DashboardSite site)
{
    private static readonly (string Path, string Title)[] Pages =
    [
        ("/", "Overview"),
        ("/models/purchase", "purchase"),
        ("/models/clv", "clv"),
        ("/models/purchase/versions", "purchase: versions"),
        ("/models/purchase/answers", "purchase: answers"),
        ("/models/purchase/drift", "purchase: drift"),
        ("/runs", "Runs"),
        ("/runs/1", "Run 1 of purchase"),
        ("/upload", "Upload"),
        ("/drift", "Drift"),
        ("/data", "Data"),
        ("/customers", "Customers"),
        ("/customers/c00010", "c00010"),
        ("/alerts", "Alerts"),
        ("/audit", "Audit"),
        ("/settings", "Settings"),
    ];

    // One session for all: a browser that has to fetch everything for each page costs three times as much.
    [Fact]
    public async Task Every_page_opens_without_a_complaint_fits_a_phone_and_can_be_used_by_everybody()
    {
        await using BrowserPage page = await site.OpenAsync("/");
        var found = new List<string>();
        foreach ((string path, string title) in Pages)
        {
            await page.Page.SetViewportSizeAsync(PageLook.Wide.Width, PageLook.Wide.Height);
            await page.GoToAsync(path);
            await Assertions.Expect(page.Page.Locator("h1")).ToHaveTextAsync(title);
            found.AddRange(from violation in await page.ViolationsAsync() select $"{path}: {violation}");
            await page.Page.SetViewportSizeAsync(PageLook.Phone.Width, PageLook.Phone.Height);
            await page.Page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= innerWidth");
        }

        Assert.Empty(found);
        Assert.Empty(page.Complaints);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/models/purchase/versions")]
    public async Task In_the_dark_everything_can_be_read_too(string path)
    {
        await using BrowserPage page = await site.OpenAsync(path, PageLook.Phone);
        Assert.Empty(await page.ViolationsAsync());
    }

    [Fact]
    public async Task A_chart_is_drawn_within_the_security_policy_and_can_be_read_as_a_table()
    {
        await using BrowserPage page = await site.OpenAsync("/models/purchase");
        await page.Page.Locator("[data-drawn=true] svg").First.WaitForAsync();
        await page.Page.Locator("[data-drawn=true]").First.HoverAsync();
        await page.Page.Locator(".chart-tooltip").First.WaitForAsync();
        await page.Button("Read as a table").First.ClickAsync();
        await page.SeesAsync("Answered by");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_at_once()
    {
        await using BrowserPage page = await site.OpenAsync("/");
        await page.Page.Locator("body").PressAsync("Tab");
        await page.Page.EvaluateAsync("() => document.activeElement.blur()");
        await page.Page.GetByText("Skip to the content").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await page.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Fact]
    public async Task An_address_that_is_no_page_says_so()
    {
        await using BrowserPage page = await site.OpenAsync("/nowhere");
        await page.SeesAsync("Nothing is at this address.");
    }
}

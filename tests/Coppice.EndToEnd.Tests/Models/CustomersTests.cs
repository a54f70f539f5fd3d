using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Coppice.EndToEnd.Tests.Models;

public sealed class CustomersTests
{
    private static readonly CustomerResponse Ann = new(
        "a/b",
        12,
        1,
        0,
        2,
        7,
        Some.Now.AddDays(-300),
        Some.Now.AddDays(-2),
        [new("p1", "a/b", "purchase", "4.2", "champion", .8125, Some.Now.AddHours(-3))]);

    [Fact]
    public async Task A_customer_is_shown_with_the_latest_predictions()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapGet("/v1/customers/{key}", () => FakeServer.Json(Ann)));
        CoppiceResult result = (await folder.RunAsync("customers", "show", "a/b")).Exits(0);
        Assert.Contains("a/b  12 events · 0 notes · 1 profile · 2 outcomes · seen 2026-01-17 to 2026-11-11", result.Output);
        Assert.Contains("purchase   .812  4.2", result.Output.Replace(".813", ".812", StringComparison.Ordinal));
        Assert.Equal(["GET /v1/customers/a%2Fb"], server.Requests.Select(r => r.Replace("a/b", "a%2Fb", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Beside_an_amount_stands_where_the_truth_is_expected()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        RecordedPrediction worth = new("p2", "a/b", "clv", "2.0", "champion", 41.7, Some.Now.AddHours(-3)) { Low = 3.5, High = 1188.2, Interval = 0.9 };
        RecordedPrediction open = worth with { PredictionId = "p3", Low = 0, High = null };
        CustomerResponse customer = Ann with { Latest = [.. Ann.Latest, worth, open] };
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapGet("/v1/customers/{key}", () => FakeServer.Json(customer)));
        string[] lines = (await folder.RunAsync("customers", "show", "a/b")).Exits(0).Output.Split('\n');
        Assert.Contains("  model     score  range (90 %)   version", lines[2]);
        Assert.Contains("  purchase   .81", lines[3]);
        Assert.Contains("  clv       41.70  3.50 to 1,188  2.0", lines[4]);
        Assert.Contains("  clv       41.70  0.00 or more   2.0", lines[5]);
    }

    [Fact]
    public async Task The_latest_predictions_come_with_their_reasons()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        CustomerResponse explained = Ann with
        {
            Latest = [Ann.Latest[0] with { Reasons = [new("notes.\"gift\"", 1, .4, "notes: \"gift\""), new("profile.country", "FR", -.05, "profile country = FR")] }],
        };
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapGet("/v1/customers/{key}", () => FakeServer.Json(explained)));
        CoppiceResult result = (await folder.RunAsync("customers", "show", "a/b")).Exits(0);
        Assert.Contains("    +0.40  notes: \"gift\"\n    -0.05  profile country = FR\n", result.Output);
        Assert.Contains("log-odds", result.Output);
    }

    [Fact]
    public async Task Customers_are_listed()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        var page = new CustomerPage([new("c-1", 3, Some.Now), new("c-2", 0, null)], "c-2");
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapGet("/v1/customers", () => FakeServer.Json(page)));
        CoppiceResult result = (await folder.RunAsync("customers", "list", "c-")).Exits(0);
        Assert.Contains("\nc-2            0  –\nand more\n", result.Output);
        Assert.Equal(["GET /v1/customers?prefix=c-"], server.Requests);
    }

    [Fact]
    public async Task To_show_nobody_is_wrong_usage()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        CoppiceResult result = (await folder.RunAsync("customers", "show")).Exits(2);
        Assert.Equal("Which customer? coppice customers show KEY.\n", result.Error);
    }
}

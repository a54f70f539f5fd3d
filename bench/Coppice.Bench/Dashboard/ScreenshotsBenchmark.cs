using Coppice.Bench.Measurements;
using Coppice.Bench.Processes;
using Microsoft.Playwright;

namespace Coppice.Bench.Dashboard;

/// <summary>Every page of the dashboard on a played year as a picture, light and dark, wide and on a phone; how soon the overview is painted, what it weighs, and whether it jumps.</summary>
internal sealed class ScreenshotsBenchmark(BenchReport report, string? folder) : IBenchmark
{
    public const string Name = "screenshots";

    private const int ColdLoads = 5;
    private const string Played = "COPPICE_PLAYED_YEAR";
    private const string Chromium = "/usr/bin/chromium";

    // Without them Chromium looks for hosts of its own at every start.
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly (string Name, int Width, int Height)[] Sizes = [("wide", 1440, 900), ("phone", 390, 844)];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Missing() is { } missing)
        {
            report.Add(new SkippedLine(Name, "overview", missing));
            return;
        }

        string target = Path.GetFullPath(folder ?? Path.Combine("bench", "results", "screenshots"));
        Directory.CreateDirectory(target);
        using var workspace = new BenchWorkspace();
        await FillAsync(workspace, cancellationToken);
        using var server = await ServerProcess.ServeAsync(workspace, cancellationToken);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Quiet });
        await MeasureAsync(browser, server.Url, cancellationToken);
        foreach (var (size, width, height) in Sizes)
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                await TakeAsync(browser, server.Url, target, $"{size}-{scheme.ToString().ToLowerInvariant()}", width, height, scheme, cancellationToken);
        }

        BenchReport.Tell($"pictures are in {target}");
    }

    // Playing takes minutes; a year that was played before serves as well.
    private static async Task FillAsync(BenchWorkspace workspace, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(Played) is not { Length: > 0 } played)
        {
            BenchReport.Tell("plays a year of the demo's shop");
            await workspace.RunAsync(cancellationToken, "demo", workspace.Folder);
            return;
        }

        foreach (string file in Directory.GetFiles(played))
            File.Copy(file, workspace.PathOf(Path.GetFileName(file)));
    }

    private static string? Missing() =>
        !File.Exists(Chromium) ? $"{Chromium} is not there: apt-get install chromium"
        : !File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html")) ? "the dashboard has not been built: deploy/build-dashboard"
        : null;

    private static async Task TakeAsync(IBrowser browser, string url, string target, string look, int width, int height, ColorScheme scheme, CancellationToken cancellationToken)
    {
        BenchReport.Tell(look);
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
        });
        var page = await context.NewPageAsync();
        foreach (var (name, path) in DashboardPages.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await page.GotoAsync(url + path, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
            await SettleAsync(page);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(target, $"{name}-{look}.png"), FullPage = true });
        }
    }

    private static async Task SettleAsync(IPage page)
    {
        await page.Locator("h1").First.WaitForAsync();
        await Assertions.Expect(page.GetByLabel("Loading", new PageGetByLabelOptions { Exact = true })).ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("[data-drawn=false]")).ToHaveCountAsync(0);
        await page.WaitForTimeoutAsync(300);
    }

    // Each load has a session of its own, and so a cold cache.
    private async Task MeasureAsync(IBrowser browser, string url, CancellationToken cancellationToken)
    {
        var loads = new List<PageLoad>();
        for (int load = 0; load < ColdLoads; load++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
            var page = await context.NewPageAsync();
            await page.AddInitScriptAsync(PageLoad.Watch);
            await page.GotoAsync(url, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
            await SettleAsync(page);
            loads.Add(await PageLoad.ReadAsync(page));
        }

        Add("first_paint", "ms", Medians.Of(loads.Select(load => load.FirstPaint)), 1_000);
        Add("weight", "kB", Medians.Of(loads.Select(load => load.Kilobytes)), 500);
        Add("layout_shift", "score", Medians.Of(loads.Select(load => load.Shift)), .1);
    }

    private void Add(string metric, string unit, double value, double must) =>
        report.Add(new BenchLine(Name, "overview", metric, unit) { Ours = value, Equal = true, Must = must, Holds = value <= must });
}

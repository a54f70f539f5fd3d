using Coppice.Cli.Simulation;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Dashboard;

/// <summary>A server on a shop that has played some days, and a browser. Both are started once, by the first test that needs them.</summary>
public sealed class DashboardSite : IAsyncLifetime
{
    private const int Days = 9;
    private const int Customers = 1_100;

    private readonly TemporaryFolder _folder = new();
    private CoppiceProcess? _server;
    private HttpClient? _http;
    private ChromiumBrowser? _browser;

    internal ChromiumBrowser Browser => _browser ?? throw new InvalidOperationException("The browser has not been started; ask for it in a test that is not skipped.");

    internal Uri Address => _http?.BaseAddress ?? throw new InvalidOperationException("The server has not been started; ask for it in a test that is not skipped.");

    internal CoppiceClient Client => new(_http!);

    public async ValueTask InitializeAsync()
    {
        if (ChromiumBrowser.Missing is not null)
            return;
        await DemoFolder.PrepareAsync(_folder.FullName, DemoStart.OnlyIfNew, CancellationToken.None);
        _server = _folder.Start("serve", "--url", "http://127.0.0.1:0");
        _http = new HttpClient { BaseAddress = await Steps.AddressAsync(_server), Timeout = TimeSpan.FromMinutes(2) };
        Task<ChromiumBrowser> browser = ChromiumBrowser.StartAsync();
        await foreach (DemoLine _ in Client.PlayDemoAsync(new DemoRequest(Days, Seed: 1, Customers)))
            continue;
        // A version beside the first one, so that there is something to compare and to promote.
        RunResponse second = await Client.StartRunAsync("purchase", new RetrainRequest("full"));
        await foreach (RunProgress _ in Client.FollowRunAsync(second.Id))
            continue;
        _browser = await browser;
    }

    /// <summary>A page with a session of its own; the test is skipped where there is no browser.</summary>
    internal async Task<BrowserPage> OpenAsync(string path, PageLook? look = null)
    {
        if (ChromiumBrowser.Missing is { } missing)
            Assert.Skip(missing);
        BrowserPage page = await Browser.OpenAsync(Address, look ?? PageLook.Wide);
        await page.GoToAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _http?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Dispose();
    }
}

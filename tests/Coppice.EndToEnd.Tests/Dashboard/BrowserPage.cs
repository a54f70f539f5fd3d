using System.Text.Json;
using Microsoft.Playwright;

namespace Coppice.EndToEnd.Tests.Dashboard;

/// <summary>A page in a session of its own, and everything the browser complained about.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private static readonly string Axe = Path.Combine("dashboard", "node_modules", "axe-core", "axe.min.js");

    // A refusal is an answer that the page shows; what is not there, or broke, is noted by its status.
    private const string Refused = "Failed to load resource";

    private readonly List<string> _complaints = [];

    public BrowserPage(IPage page, Uri address)
    {
        Page = page;
        page.Console += (_, message) => Note(message.Type is "error" or "warning" && !message.Text.StartsWith(Refused, StringComparison.Ordinal) ? $"console: {message.Text}" : null);
        page.Response += (_, response) => Note(response.Status is 404 or >= 500 ? $"{response.Status} from {response.Url}" : null);
        page.PageError += (_, error) => Note($"script: {error}");
        page.Request += (_, request) => Note(new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } asked && asked.Authority != address.Authority ? $"asked another host: {request.Url}" : null);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about so far: errors of scripts, refusals of the security policy, requests to other hosts.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
                return [.. _complaints];
        }
    }

    /// <summary>Opens a page and waits until everything it asks for is there.</summary>
    public async Task GoToAsync(string path)
    {
        await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        await SettleAsync();
    }

    public async Task SettleAsync()
    {
        await Page.Locator("h1").First.WaitForAsync();
        await Assertions.Expect(Page.GetByLabel("Loading", new PageGetByLabelOptions { Exact = true })).ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = 20_000 });
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    public ILocator InDialog(string button) => Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = button, Exact = true });

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    /// <summary>Waits for a text to appear.</summary>
    public Task SeesAsync(string text, float milliseconds = 15_000) =>
        Assertions.Expect(Page.GetByText(text).First).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = milliseconds });

    /// <summary>Serious and critical violations that axe finds, each with where it is.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync()
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Root(), Axe)));
        JsonElement? found = await Page.EvaluateAsync(
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
              .map(violation => `${violation.id}: ${violation.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')).join(' | ')}`)
            """);
        return [.. found!.Value.EnumerateArray().Select(violation => violation.GetString()!)];
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Coppice.slnx")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests do not run from a working copy.");
    }

    private void Note(string? complaint)
    {
        if (complaint is null)
            return;
        lock (_complaints)
            _complaints.Add(complaint);
    }
}

using System.Text;
using Coppice.Client;
using Microsoft.AspNetCore.Builder;

namespace Coppice.Server.Tests.Support;

/// <summary>A workspace behind a real server on a free port: <c>churn</c> learns from a labelled table, <c>purchase</c> from events.</summary>
internal sealed class ServedWorkspace : IAsyncDisposable
{
    private const string Definition = """
        workspace: test
        models:
          churn:
            predicts: probability
            label: { column: left, positive: "Yes" }
            features: [columns]
            columns: { customer: customer, time: date }
          purchase:
            predicts: probability
            label: { event: purchase, within: 30d }
            features: [behaviour]
        training: { at_once: 1 }
        gates: { preset: eager }

        """;

    private readonly string _folder;
    private readonly TimeProvider _time;
    private WebApplication? _application;

    private ServedWorkspace(string folder, TimeProvider time)
    {
        _folder = folder;
        _time = time;
    }

    public HttpClient Http { get; private set; } = null!;

    public CoppiceClient Client { get; private set; } = null!;

    /// <summary>The server stands; nothing is known.</summary>
    public static async Task<ServedWorkspace> EmptyAsync(TimeProvider? time = null, string? definition = null)
    {
        var workspace = new ServedWorkspace(Directory.CreateTempSubdirectory("coppice-test-").FullName, time ?? TimeProvider.System);
        await File.WriteAllTextAsync(Path.Combine(workspace._folder, "coppice.yaml"), definition ?? Definition);
        await workspace.StartAsync();
        // Runs start where a test starts them.
        await workspace.Client.StopRetrainingAsync(TestContext.Current.CancellationToken);
        return workspace;
    }

    /// <summary><c>churn</c> has the champion 1.0.</summary>
    public static async Task<ServedWorkspace> TrainedAsync()
    {
        var workspace = await EmptyAsync();
        await workspace.ImportAsync("examples", TrainedWorkspace.Rows(600, firstDay: -20, days: 10));
        await workspace.RetrainAsync("churn");
        return workspace;
    }

    public async Task StartAsync(string activity = "serve")
    {
        var options = new CoppiceServerOptions { WorkspaceFolder = _folder, Address = "http://127.0.0.1:0", Activity = activity, Time = _time };
        _application = await CoppiceServer.BuildAsync(options, TestContext.Current.CancellationToken);
        await _application.StartAsync(TestContext.Current.CancellationToken);
        Http = new HttpClient { BaseAddress = new Uri(_application.Urls.First()) };
        Client = new CoppiceClient(Http);
    }

    public async Task StopAsync()
    {
        Http.Dispose();
        await _application!.StopAsync();
        await _application.DisposeAsync();
        _application = null;
    }

    public T Get<T>()
        where T : notnull => (T)_application!.Services.GetService(typeof(T))!;

    public Task<ImportReport> ImportAsync(string kind, string text) => Client.ImportAsync(kind, Bytes(text), "file.csv", null, null, TestContext.Current.CancellationToken);

    /// <summary>Puts a file beside the definition file.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    public async Task RetrainAsync(string model)
    {
        var run = await Client.StartRunAsync(model, new RetrainRequest("full"), TestContext.Current.CancellationToken);
        await foreach (var _ in Client.FollowRunAsync(run.Id, TestContext.Current.CancellationToken))
            continue;
        var ended = await Client.GetRunAsync(run.Id, TestContext.Current.CancellationToken);
        Assert.True(ended.Result?.Decision == "promoted", ended.Error ?? ended.Result?.Sentence);
    }

    public Task<PredictFileResult> PredictAsync(string? model, string text) =>
        Client.PredictFileAsync(model, Bytes(text), "customers.csv", cancellationToken: TestContext.Current.CancellationToken);

    public async Task<string> PostAsync(string path, string body, string accept = "application/json", string contentType = "text/csv")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, contentType) };
        request.Headers.Accept.ParseAdd(accept);
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
            await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}

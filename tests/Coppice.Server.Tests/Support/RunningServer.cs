using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Coppice.Client;
using Coppice.Server.Workspaces;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coppice.Server.Tests.Support;

/// <summary>The real server over a temporary workspace, on a port of its own.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    public const string Definition = """
        workspace: test
        time_zone: UTC
        models:
          purchase:
            predicts: probability
            label: { event: purchase, within: 30d }
          left:
            predicts: probability
            label: { column: left, positive: "Yes" }
            columns: { customer: customer, time: date }
        gates: { preset: eager }

        """;

    private RunningServer(WebApplication application, string folder)
    {
        Application = application;
        Folder = folder;
        Address = new Uri(application.Urls.First());
        Http = new HttpClient { BaseAddress = Address };
        Client = new CoppiceClient(Http);
    }

    public WebApplication Application { get; }

    public string Folder { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public CoppiceClient Client { get; }

    public IEnumerable<RouteEndpoint> Routes => Application.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public static async Task<RunningServer> StartAsync(string? folder = null, string dashboard = "nowhere")
    {
        folder ??= Directory.CreateTempSubdirectory("coppice-test-").FullName;
        string definition = Path.Combine(folder, DefinitionFile.Name);
        if (!File.Exists(definition))
            await File.WriteAllTextAsync(definition, Definition);
        var options = new CoppiceServerOptions { WorkspaceFolder = folder, Address = "http://127.0.0.1:0", Activity = "test", DashboardFolder = dashboard };
        var application = await CoppiceServer.BuildAsync(options, TestContext.Current.CancellationToken);
        await application.StartAsync();
        return new RunningServer(application, folder);
    }

    public static StringContent Text(string text, string? contentType)
    {
        var content = new StringContent(text);
        content.Headers.Remove("Content-Type");
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    /// <summary>Sends bytes as they are and reads until the server closes or <paramref name="patience"/> ends.</summary>
    public async Task<string> SendRawAsync(string request, TimeSpan? patience = null)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var limit = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(5));
        var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, limit.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // An answer on a connection that stays open, or one that is reset after it.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    /// <summary>The problem document of a refusal; the test fails where there is none.</summary>
    public static async Task<Problem> ProblemOfAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = (await response.Content.ReadFromJsonAsync<Problem>(CoppiceJson.Options))!;
        Assert.Equal((int)response.StatusCode, problem.Status);
        Assert.Matches("^COP-[A-Z]+-[0-9]{3}$", problem.Code);
        Assert.False(string.IsNullOrWhiteSpace(problem.Title));
        return problem;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Application.StopAsync();
        await Application.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

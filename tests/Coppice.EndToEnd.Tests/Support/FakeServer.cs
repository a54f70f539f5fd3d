using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Coppice.EndToEnd.Tests.Support;

/// <summary>Holds a workspace and gives fixed answers over HTTP, so that the command line can be judged by itself.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly WorkspaceOwner _owner;

    private FakeServer(WebApplication application, WorkspaceOwner owner)
    {
        _application = application;
        _owner = owner;
    }

    /// <summary>Every request as <c>METHOD /path?query</c>, without the looks at its health.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<FakeServer> StartAsync(TemporaryFolder folder, Action<WebApplication> map)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        var server = new FakeServer(application, WorkspaceOwner.Acquire(folder.FullName));
        application.Use(server.KeepAsync);
        application.MapGet("/health/live", () => Results.Ok());
        map(application);
        await application.StartAsync();
        server._owner.Publish(application.Urls.First(), "serve");
        return server;
    }

    public static IResult Json<T>(T value) => Results.Json(value, CoppiceJson.Options);

    public static IResult Problem(string title, int status, params string[] errors) =>
        Results.Json(new Problem(null, title, status, "COP-API-001", errors), CoppiceJson.Options, "application/problem+json", status);

    public static IResult Stream<T>(IEnumerable<T> items) => Results.Stream(
        async body =>
        {
            foreach (T item in items)
            {
                await body.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"data: {JsonSerializer.Serialize(item, CoppiceJson.Options)}\n\n"));
                await body.FlushAsync();
            }
        },
        "text/event-stream");

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(new CancellationToken(canceled: true));
        await _application.DisposeAsync();
        _owner.Dispose();
    }

    private Task KeepAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path != "/health/live")
        {
            lock (Requests)
                Requests.Add($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        }

        return next(context);
    }
}

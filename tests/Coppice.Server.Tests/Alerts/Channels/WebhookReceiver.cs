using System.Collections.Concurrent;
using System.Text.Json;
using Coppice.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Coppice.Server.Tests.Alerts.Channels;

/// <summary>A program that is told over HTTP. It takes what it gets, or answers what it is set to first.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _application;

    private WebhookReceiver(WebApplication application)
    {
        _application = application;
    }

    /// <summary>Statuses of the next answers; then everything is taken.</summary>
    public ConcurrentQueue<int> Answers { get; } = [];

    /// <summary>Everything that came, taken or not.</summary>
    public ConcurrentQueue<ReceivedPost> Posts { get; } = [];

    public IEnumerable<AlertMessage> Taken => Posts.Where(post => post.Status == StatusCodes.Status200OK).Select(post => post.Read());

    public string Url => _application.Urls.First() + "/hook";

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var receiver = new WebhookReceiver(application);
        application.MapPost("/hook", receiver.TakeAsync);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        int status = Answers.TryDequeue(out int next) ? next : StatusCodes.Status200OK;
        Posts.Enqueue(new ReceivedPost(body.ToArray(), request.Headers["Coppice-Signature"].ToString(), request.Headers["Coppice-Delivery"].ToString(), request.ContentType, status));
        return Results.StatusCode(status);
    }
}

/// <summary>What came, and what was answered.</summary>
internal sealed record ReceivedPost(byte[] Body, string Signature, string Delivery, string? ContentType, int Status)
{
    public AlertMessage Read() => JsonSerializer.Deserialize<AlertMessage>(Body, CoppiceJson.Options)!;
}

using System.Net;
using System.Net.ServerSentEvents;
using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Dashboard;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;
using Microsoft.Extensions.DependencyInjection;

namespace Coppice.Server.Tests.Dashboard;

public sealed class ChangesEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_listener_hears_of_a_change_within_a_moment()
    {
        await using var server = await RunningServer.StartAsync();
        await using var first = server.Client.WatchChangesAsync(cancellationToken: Cancellation).GetAsyncEnumerator(Cancellation);
        await using var second = server.Client.WatchChangesAsync(cancellationToken: Cancellation).GetAsyncEnumerator(Cancellation);
        long before = (await NextAsync(first)).Position;
        Assert.Equal(("heartbeat", before), ((await NextAsync(second)).Kind, before));

        using var file = new MemoryStream("customer,type,time\na,visit,2026-01-01\n"u8.ToArray());
        await server.Client.ImportAsync("events", file, "visits.csv", cancellationToken: Cancellation);

        foreach (var listener in new[] { first, second })
        {
            var change = await NextAsync(listener);
            Assert.Equal("import", change.Kind);
            Assert.Equal(before + 1, change.Position);
        }
    }

    [Fact]
    public async Task A_browser_that_comes_back_is_told_what_it_missed()
    {
        await using var server = await RunningServer.StartAsync();
        var audit = server.Application.Services.GetRequiredService<AuditStore>();
        var models = server.Application.Services.GetRequiredService<ModelStore>();
        server.Application.Services.GetRequiredService<Database>().Write(session =>
        {
            models.Number(session, "purchase");
            audit.Append(session, "ann", "promote", "purchase 1.0", new { });
            audit.Append(session, "ann", "pin", "purchase 1.0", new { });
            audit.Append(session, "ben", "acknowledge", "alert 3", new { });
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/changes");
        request.Headers.Add("Last-Event-ID", "1");
        using var response = await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using var stream = await response.Content.ReadAsStreamAsync(Cancellation);
        await using var events = SseParser.Create(stream).EnumerateAsync(Cancellation).GetAsyncEnumerator(Cancellation);

        var heard = new List<(string Name, string Data)>();
        while (heard.Count < 3 && await events.MoveNextAsync())
            heard.Add((events.Current.EventType, events.Current.Data));

        Assert.Equal(["heartbeat", "change", "change"], heard.Select(e => e.Name));
        Assert.Contains("\"position\":2,\"kind\":\"pin\",\"model\":\"purchase\"", heard[1].Data);
        Assert.Contains("\"position\":3,\"kind\":\"acknowledge\",\"model\":null", heard[2].Data);
    }

    [Fact]
    public async Task More_listeners_than_there_may_be_are_refused()
    {
        await using var server = await RunningServer.StartAsync();
        var feed = server.Application.Services.GetRequiredService<ChangeFeed>();
        var listeners = new List<IAsyncEnumerator<ChangeEvent>>();
        for (int i = 0; i < ChangeFeed.MostListeners; i++)
        {
            listeners.Add(feed.WatchAsync(null, Cancellation).GetAsyncEnumerator(Cancellation));
            Assert.True(await listeners[i].MoveNextAsync());
        }

        using var refused = await server.Http.GetAsync("/v1/changes", Cancellation);
        await listeners[0].DisposeAsync();
        using var taken = await server.Http.GetAsync("/v1/changes", HttpCompletionOption.ResponseHeadersRead, Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        foreach (var listener in listeners.Skip(1))
            await listener.DisposeAsync();
    }

    private static async Task<ChangeEvent> NextAsync(IAsyncEnumerator<ChangeEvent> listener)
    {
        Assert.True(await listener.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
        return listener.Current;
    }
}

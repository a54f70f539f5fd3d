using System.Net;
using System.Net.Http.Json;
using Coppice.Client;
using Coppice.Server.Overview;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Coppice.Server.Tests.Overview;

public sealed class HealthTests
{
    [Fact]
    public async Task A_server_without_any_champion_is_live_and_ready()
    {
        await using var server = await RunningServer.StartAsync();

        Assert.Equal("live", (await AskAsync(server, "/health/live", HttpStatusCode.OK)).Status);
        var ready = await AskAsync(server, "/health/ready", HttpStatusCode.OK);

        Assert.Equal("ready", ready.Status);
        Assert.Contains(new HealthCheck("database", true, null), ready.Checks);
        Assert.Contains(new HealthCheck("champions", true, null), ready.Checks);
    }

    [Fact]
    public async Task A_server_without_its_database_is_live_and_says_why_it_is_not_ready()
    {
        await using var server = await RunningServer.StartAsync();
        server.Application.Services.GetRequiredService<Database>().Dispose();
        File.Delete(Path.Combine(server.Folder, "coppice.db"));
        Directory.CreateDirectory(Path.Combine(server.Folder, "coppice.db"));

        Assert.Equal("live", (await AskAsync(server, "/health/live", HttpStatusCode.OK)).Status);
        var ready = await AskAsync(server, "/health/ready", HttpStatusCode.ServiceUnavailable);

        Assert.Equal("not_ready", ready.Status);
        Assert.Contains(ready.Checks, check => check is { Name: "database", Ready: false, Reason.Length: > 5 });
    }

    [Fact]
    public async Task A_loop_that_has_died_is_told()
    {
        using var loop = new DyingLoop();
        var check = new LoopReadiness([loop]);
        Assert.Null(check.FindReason());

        await loop.StartAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<IOException>(() => loop.ExecuteTask!);

        Assert.Equal("DyingLoop has ended: no more disk. A restart of the server begins it again.", check.FindReason());
    }

    private static async Task<HealthResponse> AskAsync(RunningServer server, string path, HttpStatusCode expected)
    {
        using var response = await server.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<HealthResponse>(CoppiceJson.Options, TestContext.Current.CancellationToken))!;
    }

    private sealed class DyingLoop : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new IOException("no more disk.");
        }
    }
}

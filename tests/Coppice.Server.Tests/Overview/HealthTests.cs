using System.Net;
using System.Net.Http.Json;
using Coppice.Client;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

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

    private static async Task<HealthResponse> AskAsync(RunningServer server, string path, HttpStatusCode expected)
    {
        using var response = await server.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<HealthResponse>(CoppiceJson.Options, TestContext.Current.CancellationToken))!;
    }
}

using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Stories;

/// <summary>A server that is told to stop: what is under way ends well, nothing new begins.</summary>
public sealed class ShutdownStory
{
    [Fact]
    public async Task A_request_under_way_is_answered_before_the_server_ends()
    {
        using var folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
        Uri address = await Steps.AddressAsync(server);
        byte[] rows = Encoding.UTF8.GetBytes("customer,type,time\na,visit,2024-01-01\n");
        using var upload = await BeginAsync(address, rows.Length);
        await upload.GetStream().WriteAsync(rows.AsMemory(0, 10), TestContext.Current.CancellationToken);

        await server.TerminateAsync();
        await server.WaitForLineAsync("stopping");
        await Task.Delay(500, TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<Exception>(() => new TcpClient().ConnectAsync(address.Host, address.Port));
        await upload.GetStream().WriteAsync(rows.AsMemory(10), TestContext.Current.CancellationToken);
        string answer = await new StreamReader(upload.GetStream()).ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 200 ", answer);
        CoppiceResult end = await server.WaitAsync(TimeSpan.FromSeconds(30));
        end.Exits(0);
        Assert.Contains("stopped", end.Output);
        Assert.Equal(1, (await Steps.StatsAsync(folder)).Events.Sum(e => e.Count));
    }

    [Fact]
    public async Task A_second_signal_ends_the_server_at_once()
    {
        using var folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
        Uri address = await Steps.AddressAsync(server);
        using var stuck = await BeginAsync(address, 500);

        await server.InterruptAsync();
        await server.WaitForLineAsync("stopping");
        var watch = Stopwatch.StartNew();
        await server.InterruptAsync();

        Assert.Equal(130, (await server.WaitAsync(TimeSpan.FromSeconds(30))).ExitCode);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public async Task A_run_under_way_writes_how_it_ended()
    {
        using var folder = new TemporaryFolder();
        await Steps.ImportPurchasesAsync(folder, customers: 2000);
        await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
        Uri address = await Steps.AddressAsync(server);
        using var http = new HttpClient { BaseAddress = address };
        // The triggers may have been quicker.
        using (await http.PostAsync("/v1/models/purchase/runs", JsonContent.Create(new { strategy = "full" }), TestContext.Current.CancellationToken))
            await server.TerminateAsync();

        (await server.WaitAsync(TimeSpan.FromSeconds(40))).Exits(0);
        using var file = new WorkspaceFile(folder);
        Assert.Equal(["cancelled"], file.Column("SELECT state FROM runs"));
    }

    [Fact]
    public async Task The_log_can_be_written_for_programs()
    {
        using var folder = TemporaryFolder.WithWorkspace(Steps.PurchaseDefinition);
        await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0", "--log", "json");
        Uri address = await Steps.AddressAsync(server);
        using (var http = new HttpClient { BaseAddress = address })
            await http.GetAsync("/nope", TestContext.Current.CancellationToken);
        await server.TerminateAsync();

        CoppiceResult end = (await server.WaitAsync(TimeSpan.FromSeconds(30))).Exits(0);

        foreach (string line in end.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.True(JsonDocument.Parse(line).RootElement.TryGetProperty("Message", out _), line);
    }

    private static async Task<TcpClient> BeginAsync(Uri address, int length)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /v1/events?file=x.csv HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"));
        await Task.Delay(300);
        return client;
    }
}

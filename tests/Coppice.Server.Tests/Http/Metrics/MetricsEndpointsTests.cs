using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Http.Metrics;

public sealed class MetricsEndpointsTests
{
    [Fact]
    public async Task The_server_shows_its_numbers_to_prometheus()
    {
        await using var server = await RunningServer.StartAsync();
        await server.Http.PostAsync("/v1/events?file=x.csv", RunningServer.Text("customer,type,time\na,visit,2026-01-01\nb,visit,never\n", "text/csv"), TestContext.Current.CancellationToken);
        await server.Http.GetAsync("/v1/models/nope/versions", TestContext.Current.CancellationToken);
        await server.Http.GetAsync("/nowhere/" + Guid.NewGuid(), TestContext.Current.CancellationToken);

        using var response = await server.Http.GetAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var read = Exposition.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, read.Value("coppice_import_rows_total", "kind=\"events\",result=\"added\""));
        Assert.Equal(1, read.Value("coppice_import_rows_total", "kind=\"events\",result=\"set_aside\""));
        Assert.Equal(1, read.Value("coppice_http_request_seconds_count", "method=\"GET\",route=\"/v1/models/{model}/versions\",status=\"404\""));
        Assert.Equal(1, read.Value("coppice_http_request_seconds_count", "method=\"any\",route=\"none\",status=\"404\""));
        Assert.True(read.Value("dotnet_process_memory_working_set_bytes") > 10_000_000);
        Assert.True(read.Sum("dotnet_gc_collections_total", "generation") >= 0);
        Assert.True(read.Value("dotnet_process_cpu_time_seconds_total", "cpu_mode=\"user\"") > 0);
    }

    [Fact]
    public async Task Two_servers_in_one_process_keep_their_numbers_apart()
    {
        await using var first = await RunningServer.StartAsync();
        await using var second = await RunningServer.StartAsync();
        await first.Client.GetStatusAsync(TestContext.Current.CancellationToken);

        var read = Exposition.Parse(await second.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken));

        Assert.Equal(0, read.Sum("coppice_http_request_seconds_count", "/v1/status"));
    }
}

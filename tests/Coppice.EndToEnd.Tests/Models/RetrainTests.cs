using System.Collections.Concurrent;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Coppice.EndToEnd.Tests.Models;

public sealed class RetrainTests
{
    private static readonly RunResponse Running = Some.Promoted with { State = "running", FinishedAt = null, Result = null };

    [Fact]
    public async Task Every_model_is_retrained_and_decided_in_turn()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        await using FakeServer server = await FakeServer.StartAsync(folder, app =>
        {
            app.MapGet("/v1/status", () => FakeServer.Json(Some.Status));
            MapRun(app, Some.Held);
        });
        CoppiceResult result = (await folder.RunAsync("retrain")).Exits(0);
        Assert.Equal(4, result.OutputLines.Count(l => l.StartsWith("  held: not enough to tell.", StringComparison.Ordinal)));
        string[] models = [.. Some.Status.Models.Select(m => m.Model)];
        Assert.Equal(models, result.OutputLines.Where(l => l.EndsWith("  fit: round 40 of at most 300", StringComparison.Ordinal)).Select(l => l.Split(' ')[0]));
        Assert.Equal(models.Select(model => $"POST /v1/models/{model}/runs"), server.Requests.Where(r => r.StartsWith("POST", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Json_is_one_run_per_line_and_nothing_else()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        await using FakeServer server = await FakeServer.StartAsync(folder, app => MapRun(app, Some.Promoted));
        CoppiceResult result = (await folder.RunAsync("retrain", "purchase", "churn", "--json")).Exits(0);
        Assert.Equal(["promoted", "promoted"], result.JsonLines<RunResponse>().Select(r => r.Result!.Decision));
    }

    [Fact]
    public async Task A_failed_run_does_not_keep_the_next_model_waiting()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        await using FakeServer server = await FakeServer.StartAsync(
            folder,
            app => MapRun(app, Running with { State = "failed", Error = "Only one class in 40 labels." }));
        CoppiceResult result = (await folder.RunAsync("retrain", "purchase", "churn")).Exits(1);
        Assert.Equal("purchase: Only one class in 40 labels.\nchurn: Only one class in 40 labels.\n", result.Error);
    }

    [Fact]
    public async Task A_skipped_run_says_what_it_waits_for_and_is_no_failure()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        await using FakeServer server = await FakeServer.StartAsync(
            folder,
            app => MapRun(app, Running with { State = "skipped", Error = "purchase waits: 60 labels that 1.0 has not seen may be learnt from.", ErrorCode = "COP-TRAIN-005" }));
        CoppiceResult result = (await folder.RunAsync("retrain", "purchase")).Exits(0);
        Assert.EndsWith("purchase waits: 60 labels that 1.0 has not seen may be learnt from.\n", result.Output);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task A_model_that_cannot_start_does_not_keep_the_others_waiting()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        await using FakeServer server = await FakeServer.StartAsync(folder, app =>
        {
            app.MapPost("/v1/models/nobody/runs", () => Results.Json(new Problem(null, "There is no model nobody.", 404, "COP-API-001", null), statusCode: 404));
            MapRun(app, Some.Promoted);
        });
        CoppiceResult result = (await folder.RunAsync("retrain", "nobody", "churn", "--json")).Exits(1);
        Assert.Equal(["churn"], result.JsonLines<RunResponse>().Select(r => r.Model));
        Assert.Contains("There is no model nobody.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_it_stops_the_run_on_the_server_and_exits_with_130()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        await using FakeServer server = await FakeServer.StartAsync(folder, app =>
        {
            app.MapPost("/v1/models/{model}/runs", () => FakeServer.Json(Running));
            app.MapPost("/v1/runs/12/cancel", () => FakeServer.Json(Running with { State = "cancelled" }));
            app.MapGet("/v1/runs/12/progress", () => Results.Stream(async body =>
            {
                await body.WriteAsync("data: {\"step\":\"fit\",\"fraction\":0.1,\"detail\":null}\n\n"u8.ToArray());
                await body.FlushAsync();
                await Task.Delay(Timeout.Infinite);
            }));
        });
        await using CoppiceProcess process = folder.Start("retrain", "purchase");
        await process.WaitForLineAsync("purchase  fit");
        await process.InterruptAsync();
        CoppiceResult result = (await process.WaitAsync(TimeSpan.FromSeconds(20))).Exits(130);
        Assert.Equal("purchase: run 12 stopped; the champion stays.\ninterrupted\n", result.Error);
        Assert.Equal("POST /v1/runs/12/cancel", server.Requests[^1]);
    }

    /// <summary>Runs are numbered from 12 on, in the order of their models.</summary>
    private static void MapRun(WebApplication app, RunResponse end)
    {
        var models = new ConcurrentDictionary<long, string>();
        app.MapPost("/v1/models/{model}/runs", (string model) =>
        {
            long id = 12 + models.Count;
            models[id] = model;
            return FakeServer.Json(Running with { Id = id, Model = model });
        });
        app.MapGet("/v1/runs/{id:long}/progress", () => FakeServer.Stream<RunProgress>([new("read", .1, null), new("fit", .5, "round 40 of at most 300"), new("fit", .8, "round 60 of at most 300")]));
        app.MapGet("/v1/runs/{id:long}", (long id) => FakeServer.Json(end with { Id = id, Model = models[id] }));
    }
}

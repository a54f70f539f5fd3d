using System.Net;
using System.Net.Http.Json;
using Coppice.Client;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;

namespace Coppice.Server.Tests.Triggers;

public class RetrainingEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_says_for_every_model_what_it_waits_for_and_when_it_is_due()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();

        var status = await workspace.Client.StartRetrainingAsync(Cancellation);

        Assert.True(status.On);
        Assert.StartsWith("on since ", status.Sentence, StringComparison.Ordinal);
        Assert.Null(status.Error);
        Assert.Equal(["churn", "purchase"], status.Models.Select(m => m.Model));
        Assert.All(status.Models, model =>
        {
            Assert.Equal("waiting", model.State);
            Assert.Equal(["schedule", "performance", "drift", "new_labels", "interval"], model.Triggers.Select(t => t.Trigger));
            Assert.All(model.Triggers, t => Assert.NotEqual("due", t.State));
            Assert.Null(model.LastRun);
            Assert.Null(model.Running);
        });
    }

    [Fact]
    public async Task Stopped_it_stays_stopped_after_a_restart_and_the_journal_says_who_did_it()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        await workspace.Client.StartRetrainingAsync(Cancellation);
        workspace.Http.DefaultRequestHeaders.Add("X-Coppice-Actor", "ann");

        var stopped = await workspace.Client.StopRetrainingAsync(Cancellation);
        var again = await workspace.Client.StopRetrainingAsync(Cancellation);

        Assert.False(stopped.On);
        Assert.StartsWith("stopped by ann since ", stopped.Sentence, StringComparison.Ordinal);
        Assert.Equal(stopped.Since, again.Since);
        Assert.All(stopped.Models, m => Assert.Equal("off", m.State));

        await workspace.StopAsync();
        await workspace.StartAsync();
        Assert.Equal(stopped.Since, (await workspace.Client.GetRetrainingAsync(Cancellation)).Since);
        await workspace.ImportAsync("examples", TrainedWorkspace.Rows(600, firstDay: -20, days: 10));
        await Task.Delay(500, Cancellation);
        Assert.Empty((await workspace.Client.GetRunsAsync(cancellationToken: Cancellation)).Runs);
        Assert.Equal(1, Count(workspace, "SELECT COUNT(*) FROM audit WHERE action = 'stop_retraining' AND actor = 'ann'"));

        Assert.True((await workspace.Client.StartRetrainingAsync(Cancellation)).On);
        await UntilRunsAsync(workspace, 1);
        Assert.Equal(("new_labels", "churn"), await FirstRunAsync(workspace));
    }

    [Fact]
    public async Task Force_starts_a_run_though_retraining_is_stopped_and_status_follows_it()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        await workspace.ImportAsync("examples", TrainedWorkspace.Rows(600, firstDay: -20, days: 10));
        RunResponse run;
        using (await workspace.Get<RunBoard>().TakeTurnAsync(Cancellation))
        {
            run = Assert.Single(await workspace.Client.ForceRetrainingAsync(new ForceRequest("churn", "full", "ann"), Cancellation));
            Assert.Equal(("churn", "full", "manual", "running"), (run.Model, run.Strategy, run.Trigger, run.State));
            var queued = (await workspace.Client.GetRetrainingAsync(Cancellation)).Models[0];
            Assert.Equal(("queued", run.Id, "wait"), (queued.State, queued.Running!.Id, queued.Progress!.Step));
        }

        await workspace.Client.FollowRunAsync(run.Id, Cancellation).ToListAsync(Cancellation);
        var ended = (await workspace.Client.GetRetrainingAsync(Cancellation)).Models[0];

        Assert.Equal(("off", run.Id, "done", "promoted"), (ended.State, ended.LastRun!.Id, ended.LastRun.State, ended.LastRun.Result!.Decision));
        Assert.Null(ended.Running);
        Assert.Equal("1.0", (await workspace.Client.GetStatusAsync(Cancellation)).Models[0].Champion);
        Assert.Equal(1, Count(workspace, "SELECT COUNT(*) FROM runs WHERE actor = 'ann'"));
    }

    [Fact]
    public async Task Force_without_a_model_starts_a_run_of_each()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();

        var runs = await workspace.Client.ForceRetrainingAsync(new ForceRequest(), Cancellation);

        Assert.Equal(["churn", "purchase"], runs.Select(r => r.Model));
        foreach (var run in runs)
        {
            await workspace.Client.FollowRunAsync(run.Id, Cancellation).ToListAsync(Cancellation);
            var ended = await workspace.Client.GetRunAsync(run.Id, Cancellation);
            Assert.Equal(("failed", "COP-TRAIN-001"), (ended.State, ended.ErrorCode));
            Assert.NotNull(ended.Error);
        }
    }

    [Theory]
    [InlineData("""{"model":"nobody"}""", HttpStatusCode.NotFound, "COP-API-001")]
    [InlineData("""{"strategy":"hard"}""", HttpStatusCode.UnprocessableEntity, "COP-API-003")]
    [InlineData("""{"modle":"churn"}""", HttpStatusCode.BadRequest, "COP-API-008")]
    [InlineData("[]", HttpStatusCode.BadRequest, "COP-API-008")]
    public async Task What_cannot_be_forced_is_refused_and_starts_nothing(string body, HttpStatusCode status, string code)
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();

        using var response = await workspace.Http.PostAsync("/retraining/force", RunningServer.Text(body, "application/json"), Cancellation);

        Assert.Equal((status, code), (response.StatusCode, (await RunningServer.ProblemOfAsync(response)).Code));
        Assert.Empty((await workspace.Client.GetRunsAsync(cancellationToken: Cancellation)).Runs);
    }

    [Fact]
    public async Task Force_while_a_run_of_the_model_is_under_way_is_refused()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        using var turn = await workspace.Get<RunBoard>().TakeTurnAsync(Cancellation);
        await workspace.Client.ForceRetrainingAsync(new ForceRequest("churn"), Cancellation);

        using var response = await workspace.Http.PostAsJsonAsync("/retraining/force", new { model = "churn" }, Cancellation);

        Assert.Equal((HttpStatusCode.Conflict, "COP-TRAIN-007"), (response.StatusCode, (await RunningServer.ProblemOfAsync(response)).Code));
        Assert.Single((await workspace.Client.GetRunsAsync(cancellationToken: Cancellation)).Runs);
    }

    private static long Count(ServedWorkspace workspace, string sql) => workspace.Get<Database>().Read(session => session.Value<long>(sql));

    private static async Task UntilRunsAsync(ServedWorkspace workspace, int count)
    {
        for (int look = 0; look < 500 && (await workspace.Client.GetRunsAsync(cancellationToken: Cancellation)).Runs.Count < count; look++)
            await Task.Delay(100, Cancellation);
    }

    private static async Task<(string Trigger, string Model)> FirstRunAsync(ServedWorkspace workspace)
    {
        var run = (await workspace.Client.GetRunsAsync(cancellationToken: Cancellation)).Runs[^1];
        return (run.Trigger, run.Model);
    }
}

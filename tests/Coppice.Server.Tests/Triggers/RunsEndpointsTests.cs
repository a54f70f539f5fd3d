using System.Net;
using Coppice.Client;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;

namespace Coppice.Server.Tests.Triggers;

public class RunsEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_are_listed_newest_first_a_page_at_a_time_of_all_models_or_of_one()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        var started = new List<RunResponse>();
        for (int i = 0; i < 5; i++)
            started.Add(await RunAsync(workspace, i == 2 ? "purchase" : "churn"));

        var first = await workspace.Client.GetRunsAsync(limit: 3, cancellationToken: Cancellation);
        var second = await workspace.Client.GetRunsAsync(limit: 3, before: first.Before, cancellationToken: Cancellation);

        Assert.Equal(started.Select(r => r.Id).Reverse(), first.Runs.Concat(second.Runs).Select(r => r.Id));
        Assert.Equal(3, first.Runs.Count);
        Assert.Null(second.Before);
        Assert.Equal([started[2].Id], (await workspace.Client.GetRunsAsync("purchase", cancellationToken: Cancellation)).Runs.Select(r => r.Id));
        Assert.Equal(4, (await workspace.Client.GetRunsAsync("churn", cancellationToken: Cancellation)).Runs.Count);
    }

    [Fact]
    public async Task A_run_is_followed_step_by_step_and_leaves_a_log_that_ends_with_its_decision()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        await workspace.ImportAsync("examples", TrainedWorkspace.Rows(600, firstDay: -20, days: 10));
        RunResponse run;
        List<RunProgress> steps;
        using (await workspace.Get<RunBoard>().TakeTurnAsync(Cancellation))
            run = await workspace.Client.StartRunAsync("churn", new RetrainRequest("full"), Cancellation);
        steps = await workspace.Client.FollowRunAsync(run.Id, Cancellation).ToListAsync(Cancellation);

        var ended = await workspace.Client.GetRunAsync(run.Id, Cancellation);
        var log = await workspace.Client.GetRunLogAsync(run.Id, Cancellation);

        Assert.Equal("done", ended.State);
        Assert.NotEmpty(steps);
        Assert.Equal(steps.Select(s => s.Fraction).Order(), steps.Select(s => s.Fraction));
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(l => l.Line));
        Assert.Equal(log.Select(l => l.At).Order(), log.Select(l => l.At));
        Assert.Equal(ended.Result!.Sentence, log[^1].Text);
    }

    [Fact]
    public async Task A_cancelled_run_ends_so_its_log_says_so_and_the_champion_stays()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        RunResponse run;
        using (await workspace.Get<RunBoard>().TakeTurnAsync(Cancellation))
        {
            run = await workspace.Client.StartRunAsync("churn", new RetrainRequest("full"), Cancellation);
            await workspace.Client.CancelRunAsync(run.Id, Cancellation);
            await workspace.Client.FollowRunAsync(run.Id, Cancellation).ToListAsync(Cancellation);
        }

        var ended = await workspace.Client.GetRunAsync(run.Id, Cancellation);

        Assert.Equal(("cancelled", "Cancelled; the champion stayed."), (ended.State, ended.Error));
        Assert.Null(ended.Result);
        Assert.NotNull(ended.FinishedAt);
        Assert.Equal(ended.Error, (await workspace.Client.GetRunLogAsync(run.Id, Cancellation))[^1].Text);
        Assert.Equal("1.0", (await workspace.Client.GetStatusAsync(Cancellation)).Models[0].Champion);
        Assert.Equal("cancelled", (await workspace.Client.CancelRunAsync(run.Id, Cancellation)).State);
        Assert.Equal("done", (await RunAsync(workspace, "churn")).State);
    }

    [Theory]
    [InlineData("GET", "/v1/runs/99", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/runs/99/log", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/runs/99/progress", HttpStatusCode.NotFound)]
    [InlineData("POST", "/v1/runs/99/cancel", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/runs?model=nobody", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v1/runs?limit=0", HttpStatusCode.UnprocessableEntity)]
    [InlineData("GET", "/v1/runs?limit=501", HttpStatusCode.UnprocessableEntity)]
    public async Task What_is_not_there_or_not_understood_is_refused(string method, string path, HttpStatusCode status)
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await workspace.Http.SendAsync(request, Cancellation);

        Assert.Equal(status, response.StatusCode);
        await RunningServer.ProblemOfAsync(response);
    }

    private static async Task<RunResponse> RunAsync(ServedWorkspace workspace, string model)
    {
        var run = await workspace.Client.StartRunAsync(model, new RetrainRequest("full"), Cancellation);
        await workspace.Client.FollowRunAsync(run.Id, Cancellation).ToListAsync(Cancellation);
        return await workspace.Client.GetRunAsync(run.Id, Cancellation);
    }
}

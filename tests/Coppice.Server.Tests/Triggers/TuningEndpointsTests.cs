using System.Net;
using System.Net.Http.Json;
using Coppice.Client;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;

namespace Coppice.Server.Tests.Triggers;

public class TuningEndpointsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_search_is_followed_like_any_run_and_leaves_a_leaderboard()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();

        var run = await workspace.Client.TuneAsync("churn", new TuneRequest(Fits: 20, Seed: 3, DryRun: true, By: "ann"), Cancellation);
        var steps = await workspace.Client.FollowRunAsync(run.Id, Cancellation).ToListAsync(Cancellation);
        var ended = await workspace.Client.GetRunAsync(run.Id, Cancellation);
        var board = await workspace.Client.GetLeaderboardAsync(run.Id, Cancellation);

        Assert.Equal(("tune", "tune", "done"), (ended.Strategy, ended.Trigger, ended.State));
        Assert.Contains(steps, s => s.Step == "search" && s.Detail!.Contains("left", StringComparison.Ordinal));
        Assert.Equal(steps.Select(s => s.Fraction).Order(), steps.Select(s => s.Fraction));
        Assert.Equal((run.Id, "churn", "log_loss", "auc", 20, "fits"), (board.Run, board.Model, board.Loss, board.Ranking, board.Fits, board.EndedBy));
        Assert.Equal(Enumerable.Range(1, board.Lines.Count), board.Lines.Select(l => l.Rank));
        Assert.StartsWith(board.Sentence, ended.Result!.Sentence, StringComparison.Ordinal);
        Assert.Equal((await workspace.Client.GetRunLogAsync(run.Id, Cancellation))[^1].Text, ended.Result.Sentence);
    }

    [Fact]
    public async Task While_it_searches_the_leaderboard_so_far_is_there_and_the_search_can_be_ended()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        var run = await workspace.Client.TuneAsync("churn", new TuneRequest(Minutes: 30, DryRun: true), Cancellation);
        while (workspace.Get<RunBoard>().Find(run.Id)?.Leaderboard is not { Tried: > 1 })
            await Task.Delay(20, Cancellation);

        var soFar = await workspace.Client.GetLeaderboardAsync(run.Id, Cancellation);
        Assert.Equal("running", (await workspace.Client.FinishSearchAsync(run.Id, Cancellation)).State);
        await workspace.Client.FollowRunAsync(run.Id, Cancellation).ToListAsync(Cancellation);

        Assert.Null(soFar.EndedBy);
        Assert.Equal("enough", (await workspace.Client.GetLeaderboardAsync(run.Id, Cancellation)).EndedBy);
        Assert.Equal("done", (await workspace.Client.FinishSearchAsync(run.Id, Cancellation)).State);
    }

    [Fact]
    public async Task A_cancelled_search_leaves_nothing_behind()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        var run = await workspace.Client.TuneAsync("churn", new TuneRequest(Minutes: 30), Cancellation);
        while (workspace.Get<RunBoard>().Find(run.Id)?.Leaderboard is null)
            await Task.Delay(20, Cancellation);

        await workspace.Client.CancelRunAsync(run.Id, Cancellation);
        await workspace.Client.FollowRunAsync(run.Id, Cancellation).ToListAsync(Cancellation);

        Assert.Equal("cancelled", (await workspace.Client.GetRunAsync(run.Id, Cancellation)).State);
        var refusal = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.GetLeaderboardAsync(run.Id, Cancellation));
        Assert.Equal((404, "COP-TUNE-002"), (refusal.Problem.Status, refusal.Problem.Code));
    }

    [Fact]
    public async Task What_is_tuned_is_shown_and_can_be_forgotten()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        var refusal = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.GetTuningAsync("churn", Cancellation));
        Assert.Equal((404, "COP-TUNE-003"), (refusal.Problem.Status, refusal.Problem.Code));
        Assert.Null((await workspace.Client.GetStatusAsync(Cancellation)).Models[0].Tuned);

        refusal = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.ForgetTuningAsync("churn", "ann", Cancellation));
        Assert.Equal("COP-TUNE-003", refusal.Problem.Code);
    }

    [Theory]
    [InlineData("/v1/models/nobody/tune", "{}", HttpStatusCode.NotFound)]
    [InlineData("/v1/models/churn/tune", "{\"minutes\": 0}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/v1/models/churn/tune", "{\"minutes\": 1441}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/v1/models/churn/tune", "{\"fits\": 0}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/v1/runs/99/finish", "{}", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_asked_for_is_refused(string path, string body, HttpStatusCode status)
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();

        using var response = await workspace.Http.PostAsync(path, JsonContent.Create(System.Text.Json.JsonDocument.Parse(body)), Cancellation);

        Assert.Equal(status, response.StatusCode);
        await RunningServer.ProblemOfAsync(response);
    }
}

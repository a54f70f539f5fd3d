using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;
using Coppice.Server.Statistics;

namespace Coppice.EndToEnd.Tests.Stories;

/// <summary>kill -9 while a served run is under way, again and again: the champion answers as before, the run is over, the next one works.</summary>
public sealed class KilledRunStory
{
    private static readonly string[] Moments = ["fit", "judge", "save"];
    private static readonly string[] Plans = ["basic", "plus", "pro"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_died_with_the_server_is_told_and_changes_no_answer()
    {
        using var folder = new TemporaryFolder();
        folder.Write("coppice.yaml", Steps.TableDefinition);
        folder.Write("customers.csv", SomeFiles.Table(6000));
        (await folder.RunAsync("import", "labels", "customers.csv")).Exits(0);
        // No label comes after this, so no later run can be promoted.
        (await folder.RunAsync("retrain", "churn")).Exits(0);
        var killed = new List<long>();
        double[]? scores = null;
        foreach (string step in Moments)
        {
            await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
            using var http = new HttpClient { BaseAddress = await Steps.AddressAsync(server) };
            var client = new CoppiceClient(http);
            await client.StopRetrainingAsync(Cancellation);
            foreach (long id in killed)
                await IsToldAsync(client, id);
            scores = await AnswersAsync(client, scores);
            RunResponse run = await client.StartRunAsync("churn", new RetrainRequest("full"), Cancellation);
            await KillAtAsync(client, server, run.Id, step);
            using var left = new WorkspaceFile(folder);
            left.HoldsNothingHalfDone();
            // The last step may be over before the signal arrives.
            if (left.Column("SELECT state FROM runs ORDER BY id DESC LIMIT 1")[0] == "running")
                killed.Add(run.Id);
        }

        Assert.InRange(killed.Count, 2, Moments.Length);
        await using CoppiceProcess last = folder.Start("serve", "--url", "http://127.0.0.1:0");
        using var end = new HttpClient { BaseAddress = await Steps.AddressAsync(last) };
        var whole = new CoppiceClient(end);
        foreach (long id in killed)
            await IsToldAsync(whole, id);
        await AnswersAsync(whole, scores);
        Assert.Equal(1 + Moments.Length - killed.Count, (await whole.GetVersionsAsync("churn", cancellationToken: Cancellation)).Count);
        RunResponse next = await whole.StartRunAsync("churn", new RetrainRequest("full"), Cancellation);
        await foreach (RunProgress _ in whole.FollowRunAsync(next.Id, Cancellation))
            continue;
        next = await whole.GetRunAsync(next.Id, Cancellation);
        Assert.True(next.State == "done", next.Error);
        Assert.Equal(next.Id, (await whole.GetRetrainingAsync(Cancellation)).Models[0].LastRun!.Id);
    }

    /// <summary>Kills the server in the midst of a step.</summary>
    private static async Task KillAtAsync(CoppiceClient client, CoppiceProcess server, long run, string step)
    {
        await foreach (RunProgress progress in client.FollowRunAsync(run, Cancellation))
        {
            if (progress.Step == step)
                break;
        }

        server.Kill();
    }

    private static async Task IsToldAsync(CoppiceClient client, long id)
    {
        RunResponse run = await client.GetRunAsync(id, Cancellation);
        Assert.Equal(("interrupted", "The process ended before the run did; the champion stayed."), (run.State, run.Error));
        Assert.NotNull(run.FinishedAt);
        Assert.Null(run.Result);
        await client.GetRunLogAsync(id, Cancellation);
    }

    /// <summary>The scores of a few customers by 1.0, to the last bit those of before.</summary>
    private static async Task<double[]> AnswersAsync(CoppiceClient client, double[]? before)
    {
        var random = new SplitMix64(5);
        var questions = Enumerable.Range(0, 20)
            .Select(i => new PredictionQuestion($"asked{i}", new Dictionary<string, object?> { ["age"] = 18 + random.NextBelow(60), ["plan"] = Plans[random.NextBelow(3)], ["visits"] = Math.Round(random.NextDouble() * 20, 2) }))
            .ToList();
        IReadOnlyList<PredictionResponse> answers = await client.PredictAsync("churn", questions, cancellationToken: Cancellation);
        Assert.All(answers, a => Assert.Equal("1.0", a.Version));
        double[] scores = [.. answers.Select(a => a.Score)];
        Assert.Equal(before ?? scores, scores);
        return scores;
    }
}

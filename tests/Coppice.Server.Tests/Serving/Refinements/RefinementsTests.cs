using System.Globalization;
using System.Text;
using Coppice.Client;
using Coppice.Server.Predictions;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Serving.Refinements;

/// <summary>Through the API, with the loops running.</summary>
public sealed class RefinementsTests
{
    private const string Definition = """
        workspace: test
        recipes:
          swift: { additive: off }
        models:
          churn:
            predicts: probability
            label: { column: left, positive: "Yes" }
            features: [columns]
            columns: { customer: customer, time: date }
            learner: elite
            quick: swift
        gates: { preset: eager }

        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_small_table_is_answered_at_once_and_refined_behind_it()
    {
        await using var workspace = await TrainedAsync();

        var first = (await workspace.PredictAsync("churn", "customer,usage,plan\na,1,basic\nb,9,gold\n")).Answers!;
        var batch = await FollowAsync(workspace, first.Batch!.Value);
        var final = await workspace.Client.GetBatchResultAsync(batch.Id, Cancellation);
        var direct = await workspace.Client.PredictAsync("churn", [new PredictionQuestion("a") { Features = Features(1, "basic") }, new PredictionQuestion("b") { Features = Features(9, "gold") }], cancellationToken: Cancellation);

        Assert.Equal([new AnsweringVersion("churn", "1.0", "log-odds") { Quick = "swift" }], first.Models);
        Assert.All(first.Predictions, p => Assert.Equal((Arms.Quick, p.Score, true, null), (p.Arm, p.QuickScore, p.AnsweredAt is not null, p.RefinedAt)));
        Assert.Equal(("done", 2L, 2L), (batch.State, batch.Refinement!.Answers, batch.Refinement.Refined));
        Assert.Equal(first.Predictions.Select(p => (p.PredictionId, p.QuickScore, p.AnsweredAt)), final.Predictions.Select(p => (p.PredictionId, p.QuickScore, p.AnsweredAt)));
        // The version itself answers single questions, and the same in the end.
        Assert.Equal(direct.Select(d => (Arms.Champion, d.Score)), final.Predictions.Select(p => (p.Arm, p.Score)));
        Assert.All(direct, d => Assert.Equal((Arms.Champion, null, null), (d.Arm, d.QuickScore, d.RefinedAt)));
        Assert.NotEqual(first.Predictions.Select(p => p.Score), final.Predictions.Select(p => p.Score));
        Assert.All(final.Predictions, p => Assert.True(p.RefinedAt >= p.AnsweredAt));
    }

    [Fact]
    public async Task Reasons_and_record_are_those_of_who_answered_last()
    {
        await using var workspace = await TrainedAsync();
        var first = (await workspace.PredictAsync("churn", "customer,usage,plan\na,1,basic\n")).Answers!;
        await FollowAsync(workspace, first.Batch!.Value);

        var final = (await workspace.Client.GetBatchResultAsync(first.Batch.Value, Cancellation)).Predictions[0];
        var recorded = (await workspace.Client.GetPredictionAsync(final.PredictionId, Cancellation)).Prediction;

        Assert.Equal((final.Score, final.QuickScore, final.RefinedAt), (recorded.Score, recorded.QuickScore, recorded.RefinedAt));
        Assert.Equal(recorded.Reasons!.Take(3).Select(r => (r.Input, r.Contribution)), final.Reasons!.Select(r => (r.Input, r.Contribution)));
        Assert.NotEqual(first.Predictions[0].Reasons!.Select(r => r.Contribution), final.Reasons!.Select(r => r.Contribution));
    }

    [Fact]
    public async Task The_senders_table_gets_both_scores_and_both_times()
    {
        await using var workspace = await TrainedAsync();

        string[] first = (await workspace.PostAsync("/predict?explain=0", "customer;remark;usage\na;\"x;y\";1\n", "text/csv")).Split('\n');
        await FollowAsync(workspace, 1);
        using var reader = new StreamReader(await workspace.Client.GetBatchTableAsync(1, Cancellation));
        string[] final = (await reader.ReadToEndAsync(Cancellation)).Split('\n');

        Assert.Equal("customer;remark;usage;churn_score;churn_version;churn_prediction_id;churn_quick_score;churn_answered_at;churn_refined_at", first[0]);
        Assert.Equal(first[0], final[0]);
        string[] quick = first[1].Split(';');
        string[] refined = final[1].Split(';');
        Assert.Equal(["a", "\"x", "y\"", "1"], refined[..4]);
        Assert.Equal((quick[4], ""), (quick[7], quick[9]));
        Assert.Equal((quick[6], quick[4], quick[8]), (refined[6], refined[7], refined[8]));
        Assert.NotEqual(refined[4], refined[7]);
        Assert.True(DateTimeOffset.Parse(refined[9], CultureInfo.InvariantCulture) >= DateTimeOffset.Parse(refined[8], CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_large_table_has_its_result_while_it_refines()
    {
        await using var workspace = await TrainedAsync();
        var batch = (await workspace.PredictAsync("churn", Rows(12_000))).Batch!;

        var seen = new List<BatchResponse>();
        PredictFileResponse? between = null;
        await foreach (var now in workspace.Client.FollowBatchAsync(batch.Id, Cancellation))
        {
            seen.Add(now);
            if (now.State == BatchStates.Refining)
                between ??= await workspace.Client.GetBatchResultAsync(batch.Id, Cancellation);
        }

        var final = await workspace.Client.GetBatchResultAsync(batch.Id, Cancellation);
        Assert.Equal(12_000, between!.Predictions.Count);
        Assert.Equal(("done", 12_000L), (seen[^1].State, seen[^1].Refinement!.Refined));
        Assert.Equal(seen.Select(s => s.Refinement?.Refined ?? 0).Order(), seen.Select(s => s.Refinement?.Refined ?? 0));
        Assert.All(final.Predictions, p => Assert.NotNull(p.RefinedAt));
        Assert.Equal(between.Predictions.Select(p => (p.Customer, p.QuickScore)), final.Predictions.Select(p => (p.Customer, p.QuickScore)));
        Assert.Equal(12_000, (await workspace.Client.GetStatsAsync(Cancellation)).Predictions);
    }

    [Fact]
    public async Task A_refinement_that_a_stop_interrupted_goes_on_at_the_next_start()
    {
        await using var workspace = await TrainedAsync();
        using var table = new MemoryStream(Encoding.UTF8.GetBytes(Rows(30_000)));
        var batch = (await workspace.Client.PredictFileAsync("churn", table, "new.csv", reasons: 1, cancellationToken: Cancellation)).Batch!;
        await foreach (var now in workspace.Client.FollowBatchAsync(batch.Id, Cancellation))
        {
            if (now.Refinement is { Refined: >= 1_000 })
                break;
        }

        await workspace.StopAsync();
        await workspace.StartAsync();
        long left = workspace.Get<Database>().Read(session => session.Value<long>("SELECT COUNT(*) FROM predictions WHERE refined_at IS NOT NULL"));
        var ended = await FollowAsync(workspace, batch.Id);
        var final = await workspace.Client.GetBatchResultAsync(batch.Id, Cancellation);

        Assert.InRange(left, 1_000, 29_000);
        Assert.Equal(("done", 30_000L, 30_000L), (ended.State, ended.Refinement!.Answers, ended.Refinement.Refined));
        Assert.All(final.Predictions, p => Assert.True(p is { RefinedAt: not null, Reasons.Count: 1 }));
        var last = await workspace.Client.GetPredictionAsync(final.Predictions[^1].PredictionId, Cancellation);
        Assert.Equal(last.Prediction.Reasons![0].Contribution, final.Predictions[^1].Reasons![0].Contribution);
    }

    [Fact]
    public async Task A_companion_that_the_file_asks_for_no_more_keeps_silent()
    {
        await using var workspace = await TrainedAsync();
        await workspace.StopAsync();
        workspace.Write("coppice.yaml", Definition.Replace("    quick: swift\n", "", StringComparison.Ordinal));
        await workspace.StartAsync();

        var answers = (await workspace.PredictAsync("churn", "customer,usage\na,1\n")).Answers!;

        Assert.Null(answers.Batch);
        Assert.Equal((Arms.Champion, null), (answers.Predictions[0].Arm, answers.Predictions[0].QuickScore));
    }

    [Fact]
    public async Task A_file_that_cannot_be_answered_is_refused_as_ever()
    {
        await using var workspace = await TrainedAsync();

        var refused = await Assert.ThrowsAsync<CoppiceException>(() => workspace.PredictAsync("churn", "customer,usage\n,1\n,2\n"));

        Assert.Equal(422, refused.Problem.Status);
        Assert.Contains("none of its 2 rows", refused.Message);
    }

    private static async Task<ServedWorkspace> TrainedAsync()
    {
        var workspace = await ServedWorkspace.EmptyAsync(definition: Definition);
        await workspace.ImportAsync("examples", TrainedWorkspace.Rows(600, firstDay: -20, days: 10));
        await workspace.RetrainAsync("churn");
        return workspace;
    }

    private static async Task<BatchResponse> FollowAsync(ServedWorkspace workspace, long id)
    {
        await workspace.Client.FollowBatchAsync(id, Cancellation).ToListAsync(Cancellation);
        return await workspace.Client.GetBatchAsync(id, Cancellation);
    }

    private static Dictionary<string, object?> Features(double usage, string plan) => new() { ["usage"] = usage, ["plan"] = plan };

    private static string Rows(int count)
    {
        var text = new StringBuilder("customer,usage,plan\n");
        for (int i = 0; i < count; i++)
            text.Append(CultureInfo.InvariantCulture, $"k{i},{i % 97 / 10.0},{(i % 3 == 0 ? "gold" : "basic")}\n");
        return text.ToString();
    }
}

using Coppice.Client;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Serving.Batches;

public class PredictFileTests
{
    [Fact]
    public async Task The_senders_columns_come_back_as_they_were_with_the_answers_beside_them()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();

        string csv = await workspace.PostAsync("/predict", "customer;remark;usage;prediction_id\n\"a;1\";\"said \"\"no\"\"\";0,5;=1+1\nb; two words ;9.5;p2\n", "text/csv");

        string[] lines = csv.Split('\n');
        Assert.Equal("customer;remark;usage;prediction_id;churn_score;churn_version;churn_prediction_id;churn_reasons", lines[0]);
        Assert.StartsWith("\"a;1\";\"said \"\"no\"\"\";0,5;=1+1;0.", lines[1]);
        Assert.Contains(";1.0;'=1+1;", lines[1]);
        Assert.StartsWith("b; two words ;9.5;p2;0.", lines[2]);
        Assert.Equal("", lines[3]);
    }

    [Fact]
    public async Task A_file_that_was_answered_can_be_answered_again()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        string first = await workspace.PostAsync("/predict?model=churn&explain=0", "customer,usage\na,1\n", "text/csv");

        string second = await workspace.PostAsync("/predict?model=churn&explain=0", first, "text/csv");

        Assert.StartsWith("customer,usage,churn_score,churn_version,churn_prediction_id,churn_score_2,churn_version_2,churn_prediction_id_2\n", second);
    }

    [Fact]
    public async Task Every_row_is_answered_also_where_a_customer_comes_twice()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();

        var answers = (await workspace.PredictAsync("churn", "customer,usage\na,1\na,9\n")).Answers!;

        Assert.Equal((2L, 0L), (answers.Rows, answers.SetAside));
        Assert.Equal(["a", "a"], answers.Predictions.Select(p => p.Customer));
        Assert.True(answers.Predictions[0].Score > answers.Predictions[1].Score);
    }

    [Fact]
    public async Task A_row_without_customer_or_with_a_taken_id_is_set_aside_and_the_others_answered()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();

        var answers = (await workspace.PredictAsync("churn", "customer,usage,prediction_id\na,1,p1\n,2,p2\nc,3,p1\nd,4,\n")).Answers!;

        Assert.Equal(["a", "d"], answers.Predictions.Select(p => p.Customer));
        Assert.Equal((4L, 2L), (answers.Rows, answers.SetAside));
        Assert.Equal([3, 4], answers.Rejects.Select(r => r.Line));
        Assert.Contains("\"p1\" is taken", answers.Rejects[1].Reason);
    }

    [Fact]
    public async Task Without_a_model_every_champion_answers_and_one_without_champion_is_left_out()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();

        var answers = (await workspace.PredictAsync(null, "customer,usage\na,1\n")).Answers!;
        var refused = await Assert.ThrowsAsync<CoppiceException>(() => workspace.PredictAsync("purchase", "customer\na\n"));

        Assert.Equal([new AnsweringVersion("churn", "1.0", "log-odds")], answers.Models);
        Assert.Equal("COP-SERVE-001", refused.Problem.Code);
    }

    [Fact]
    public async Task Neither_the_customer_nor_the_id_is_kept_among_the_inputs()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();

        await workspace.PredictAsync("churn", "customer,usage,prediction_id,plan\nann,1,p1,gold\n");

        var kept = await workspace.Client.GetPredictionAsync("p1", TestContext.Current.CancellationToken);
        Assert.Equal(["plan", "usage"], kept.Inputs.EnumerateObject().Select(input => input.Name).Order());
    }

    [Fact]
    public async Task A_file_that_holds_nothing_to_answer_is_refused_whole()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();

        var header = await Assert.ThrowsAsync<CoppiceException>(() => workspace.PredictAsync("churn", "customer,usage\n"));
        var keys = await Assert.ThrowsAsync<CoppiceException>(() => workspace.PredictAsync("churn", "customer,usage\n,1\n,2\n"));

        Assert.Equal(422, header.Problem.Status);
        Assert.Contains("none of its 2 rows", keys.Message);
    }
}

using System.Text.Json;
using Coppice.Client;
using Coppice.Forests;
using Coppice.Server.Features;
using Coppice.Server.Serving;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Serving;

public sealed class ReasonsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_answered_with_three_reasons_in_words_and_numbers()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();

        var answers = (await workspace.PredictAsync("churn", "customer,usage,plan\na,1,basic\n")).Answers!;
        string[] lines = (await workspace.PostAsync("/predict", "customer,usage,plan\na,1,basic\n", "text/csv")).Split('\n');

        var reasons = answers.Predictions[0].Reasons!;
        Assert.InRange(reasons.Count, 1, 3);
        var usage = Assert.Single(reasons, r => r.Input == "usage");
        Assert.Equal("usage: 1", usage.Words);
        Assert.Equal(1, ((JsonElement)usage.Value!).GetDouble());
        Assert.Equal("log-odds", Assert.Single(answers.Models).Unit);
        Assert.EndsWith(",churn_reasons", lines[0]);
        Assert.Contains($"usage: 1 {usage.Contribution:+0.00;-0.00}", lines[1]);
    }

    [Fact]
    public async Task The_address_says_how_many_reasons_and_none_is_a_number()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();

        string one = await workspace.PostAsync("/v1/models/churn/predict?explain=1", """{"customer":"a","features":{"usage":1,"plan":"basic"}}""", contentType: "application/json");
        string none = await workspace.PostAsync("/predict?explain=0", "customer,usage\na,1\n", "text/csv");
        string refused = await workspace.PostAsync("/predict?explain=some", "customer,usage\na,1\n", "text/csv");

        Assert.Single(JsonSerializer.Deserialize<PredictionResponse>(one, CoppiceJson.Options)!.Reasons!);
        Assert.StartsWith("customer,usage,churn_score,churn_version,churn_prediction_id\n", none);
        Assert.Contains("COP-SERVE-003", refused);
    }

    [Fact]
    public async Task A_question_that_says_itself_gets_what_it_asks_for()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        const string Two = """[{"customer":"a","features":{"usage":1},"explain":0},{"customer":"b","features":{"usage":9},"explain":true},{"customer":"c","features":{"usage":5}}]""";

        string json = await workspace.PostAsync("/v1/models/churn/predict?explain=1", Two, contentType: "application/json");

        var answers = JsonSerializer.Deserialize<PredictionResponse[]>(json, CoppiceJson.Options)!;
        Assert.Null(answers[0].Reasons);
        Assert.InRange(answers[1].Reasons!.Count, 1, 5);
        Assert.Single(answers[2].Reasons!);
    }

    [Fact]
    public async Task Reasons_of_all_inputs_and_the_mean_add_up_to_the_margin()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        var version = workspace.Get<ScoringVersions>().Champion(workspace.Model.Name).Loaded;
        var table = new InputTable(1);
        table.SetFromJson(0, """{"usage":3.5,"plan":"gold"}""");
        var features = version.Pipeline.Transform(table, [0]);
        var row = features.Row(0);

        double[] contributions = version.Explainer.Contributions(features)![0];

        double[] whole = new double[version.Scorer.Forest.FeatureCount + 1];
        new ForestContributions(version.Scorer.Forest).Explain(row, whole);
        Assert.Equal(version.Pipeline.Encoders.Count, contributions.Length);
        Assert.Equal(version.Scorer.Margin(row), contributions.Sum() + whole[^1], 1e-4);
    }

    [Fact]
    public async Task A_recorded_prediction_gives_the_reasons_it_was_made_for()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        var asked = (await workspace.PredictAsync("churn", "customer,usage,plan\na,1,basic\n")).Answers!.Predictions[0];

        var details = await workspace.Client.GetPredictionAsync(asked.PredictionId, Cancellation);

        Assert.Equal(asked.Reasons!.Select(r => (r.Words, r.Contribution)), details.Prediction.Reasons!.Take(asked.Reasons!.Count).Select(r => (r.Words, r.Contribution)));
    }
}

using System.Text;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Labels;
using Coppice.Server.Serving;
using Coppice.Server.Statistics;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Serving;

/// <summary>Answers of a model of amounts, over HTTP.</summary>
public class AmountAnswersTests
{
    private const string Definition = """
        workspace: test
        models:
          worth:
            predicts: amount
            label: { column: spent }
            features: [columns]
            columns: { customer: customer, time: date }
        gates: { preset: eager }

        """;

    private const string Question = """{"customer": "a", "prediction_id": "p1", "features": {"usage": 9}}""";

    [Fact]
    public async Task An_answer_says_between_which_amounts_the_truth_is_expected()
    {
        await using var workspace = await TrainedAsync(rows: 2_000);

        using var answer = JsonDocument.Parse(await workspace.PostAsync("/v1/models/worth/predict", Question, contentType: "application/json"));

        double score = answer.RootElement.GetProperty("score").GetDouble();
        double low = answer.RootElement.GetProperty("low").GetDouble();
        double high = answer.RootElement.GetProperty("high").GetDouble();
        Assert.Equal(0.9, answer.RootElement.GetProperty("interval").GetDouble());
        // One in ten spends nothing; at a usage of 9 one in ten spends more than 81 e^(0.7 · 1.22), about 190.
        Assert.Equal(0, low);
        Assert.InRange(high, 120, 300);
        Assert.InRange(score, 20, high);
        var expected = workspace.Get<ChampionBoard>().Require("worth").Version.Calibration.Intervals!.Of(score);
        Assert.Equal((expected.Low, expected.High), (low, high));
    }

    [Fact]
    public async Task Ranges_that_missed_too_often_are_said_wider()
    {
        await using var workspace = await TrainedAsync(rows: 2_000);
        var champion = workspace.Get<ChampionBoard>().Require("worth");
        workspace.Get<Database>().Write(session => workspace.Get<MissRateStore>().Save(session, new MissRate(champion.ModelId, 0.02, 500, 120)));

        var answers = (await workspace.PredictAsync("worth", "customer,usage\na,9\n")).Answers!.Predictions;
        using var answer = JsonDocument.Parse(await workspace.PostAsync("/v1/models/worth/predict", Question, contentType: "application/json"));

        var wide = champion.Version.Calibration.Intervals!.Of(answers[0].Score, 0.02);
        Assert.Equal(wide.Top, answers[0].High);
        Assert.Equal(wide.Top, answer.RootElement.GetProperty("high").GetDouble());
        Assert.True(wide.High > champion.Version.Calibration.Intervals!.Of(answers[0].Score).High);
        var ranges = (await workspace.Client.GetStatusAsync(TestContext.Current.CancellationToken)).Models[0].Ranges!;
        Assert.Equal((500, 0.76), (ranges.Amounts, Math.Round(ranges.Inside, 9)));
    }

    [Fact]
    public async Task What_was_said_is_kept_and_said_again()
    {
        await using var workspace = await TrainedAsync(rows: 2_000);
        var first = await workspace.Client.PredictAsync("worth", new PredictionQuestion("a", PredictionId: "p1"), cancellationToken: TestContext.Current.CancellationToken);

        var again = await workspace.Client.PredictAsync("worth", new PredictionQuestion("a", PredictionId: "p1"), cancellationToken: TestContext.Current.CancellationToken);
        var known = await workspace.Client.GetCustomerAsync("a", TestContext.Current.CancellationToken);

        Assert.Equal(first, again);
        var latest = Assert.Single(known.Latest);
        Assert.Equal((first.Low, first.High, 0.9), (latest.Low, latest.High, latest.Interval));
    }

    [Fact]
    public async Task A_file_gets_two_more_columns()
    {
        await using var workspace = await TrainedAsync(rows: 2_000);

        string csv = await workspace.PostAsync("/predict", "customer,usage\na,9\nb,1\n", "text/csv");
        var answers = (await workspace.PredictAsync("worth", "customer,usage\na,9\nb,1\n")).Answers!.Predictions;

        string[][] lines = [.. csv.TrimEnd('\n').Split('\n').Select(line => line.Split(','))];
        Assert.Equal(["customer", "usage", "worth_score", "worth_low", "worth_high", "worth_version", "worth_prediction_id", "worth_reasons"], lines[0]);
        Assert.Equal([answers[0].Low, answers[1].Low], lines[1..].Select(line => (double?)double.Parse(line[3])));
        Assert.Equal([answers[0].High, answers[1].High], lines[1..].Select(line => (double?)double.Parse(line[4])));
        Assert.True(answers[0].High > answers[1].High);
    }

    [Fact]
    public async Task A_version_that_learnt_from_few_rows_draws_its_ranges_from_all_of_them()
    {
        await using var workspace = await TrainedAsync(rows: 66, days: 1);

        string answer = await workspace.PostAsync("/v1/models/worth/predict", Question, contentType: "application/json");
        string csv = await workspace.PostAsync("/predict", "customer,usage\na,9\n", "text/csv");

        Assert.Matches("\"low\":[0-9.]+,\"high\":[0-9.]+,\"interval\":0.9", answer);
        Assert.All(csv.Split('\n')[1].Split(',')[3..5], end => Assert.True(double.Parse(end) >= 0));
    }

    [Fact]
    public async Task A_refined_answer_has_the_range_of_its_version()
    {
        await using var workspace = await TrainedAsync(rows: 2_000, definition: Definition.Replace("    label:", "    learner: slow\n    quick: swift\n    label:", StringComparison.Ordinal) + """
            recipes:
              slow: { like: elite, additive: off }
              swift: { like: fast, boosted: off }
            """);

        var quick = (await workspace.PredictAsync("worth", "customer,usage\na,9\n")).Answers!;
        await foreach (var _ in workspace.Client.FollowBatchAsync(quick.Batch!.Value, TestContext.Current.CancellationToken))
            continue;
        var final = (await workspace.Client.GetBatchResultAsync(quick.Batch.Value, TestContext.Current.CancellationToken)).Predictions[0];

        var version = workspace.Get<ChampionBoard>().Require("worth").Version;
        var (first, last) = (version.Quick!.Calibration.Intervals!.Of(quick.Predictions[0].Score), version.Calibration.Intervals!.Of(final.Score));
        Assert.Equal((first.Low, first.Top), (quick.Predictions[0].Low, quick.Predictions[0].High));
        Assert.Equal((last.Low, last.Top, 0.9), (final.Low, final.High, final.Interval));
        Assert.NotEqual(first.Top, last.Top);
    }

    private static async Task<ServedWorkspace> TrainedAsync(int rows, int days = 20, string definition = Definition)
    {
        var workspace = await ServedWorkspace.EmptyAsync(definition: definition);
        await workspace.ImportAsync("examples", Rows(rows, days));
        var run = await workspace.Client.StartRunAsync("worth", new RetrainRequest("full"), TestContext.Current.CancellationToken);
        await foreach (var _ in workspace.Client.FollowRunAsync(run.Id, TestContext.Current.CancellationToken))
            continue;
        if ((await workspace.Client.GetStatusAsync(TestContext.Current.CancellationToken)).Models[0].Champion is null)
            await workspace.Client.PromoteAsync("worth", new PromoteRequest("1.0", "test", "to be asked"), TestContext.Current.CancellationToken);
        return workspace;
    }

    /// <summary>Who uses nothing spends nothing; of the others nine in ten spend about as much as their usage squared.</summary>
    private static string Rows(int count, int days)
    {
        var random = new SplitMix64(5);
        var text = new StringBuilder("customer,date,usage,spent\n");
        var today = DateTime.UtcNow.Date;
        for (int i = 0; i < count; i++)
        {
            double usage = 10 * random.NextDouble();
            double spread = Distributions.NormalQuantile(Math.Clamp(random.NextDouble(), 1e-9, 1 - 1e-9));
            double spent = random.NextDouble() < 0.1 ? 0 : usage * usage * Math.Exp(0.7 * spread);
            text.Append($"c{i},{today.AddDays((i % days) - 40):yyyy-MM-dd},{usage:0.000},{spent:0.00}\n");
        }

        return text.ToString();
    }
}

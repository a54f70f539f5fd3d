using System.Text.Json;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Serving;

/// <summary>Answers of a model with costs, over HTTP.</summary>
public class DecisionsTests
{
    private const string Definition = """
        workspace: test
        models:
          left:
            label: { column: left, positive: "Yes" }
            features: [columns]
            columns: { customer: customer, time: date }
            costs: { contact: 3, missed: 10 }
        gates: { preset: eager, min_accuracy: 0.6 }

        """;

    [Fact]
    public async Task Every_answer_says_whether_to_act_and_the_run_what_that_is_worth()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync(definition: Definition);
        await workspace.ImportAsync("examples", TrainedWorkspace.Rows(600, firstDay: -20, days: 10));
        await workspace.RetrainAsync("left");
        var result = (await workspace.Client.GetRunsAsync("left", cancellationToken: TestContext.Current.CancellationToken)).Runs[0].Result!;
        Assert.Equal(0.3, result.Threshold!.Value, 12);
        Assert.True(result.Metrics["value_per_1000"] > 0 && result.Bands.ContainsKey("value_per_1000"));

        // Of customers with a usage of 1 nearly all leave, of those with 9 nearly none.
        foreach (var (usage, decision) in new[] { (1, "act"), (9, "wait") })
        {
            string question = $"{{\"customer\":\"a\",\"prediction_id\":\"p{usage}\",\"features\":{{\"usage\":{usage},\"plan\":\"gold\"}}}}";
            using var first = JsonDocument.Parse(await workspace.PostAsync("/v1/models/left/predict", question, contentType: "application/json"));
            using var again = JsonDocument.Parse(await workspace.PostAsync("/v1/models/left/predict", question, contentType: "application/json"));
            Assert.Equal((decision, decision), (first.RootElement.GetProperty("decision").GetString(), again.RootElement.GetProperty("decision").GetString()));
        }

        string csv = await workspace.PostAsync("/predict", "customer,usage,plan\nx,1,gold\ny,9,gold\n", "text/csv");
        Assert.StartsWith("customer,usage,plan,left_score,left_decision,left_version,left_prediction_id", csv, StringComparison.Ordinal);
        Assert.Equal(["act", "wait"], csv.TrimEnd().Split('\n').Skip(1).Select(line => line.Split(',')[4]));
        var status = (await workspace.Client.GetStatusAsync(TestContext.Current.CancellationToken)).Models[0];
        Assert.Equal((0.3, result.Metrics["value_per_1000"]), (Math.Round(status.Acting!.Threshold, 12), status.Acting.Saved));
    }
}

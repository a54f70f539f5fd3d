using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;
using Coppice.Server.Statistics;

namespace Coppice.EndToEnd.Tests.Stories;

/// <summary>The world changes, outcomes say so, and nobody does anything: triggers start the runs and gates promote what is better.</summary>
public sealed class TriggeredPromotionStory
{
    /// <summary>Only new labels start runs, and scores may move as far as the world has.</summary>
    private const string Definition =
        """
        workspace: boutique
        models:
          churn:
            predicts: probability
            label: { column: Churn, positive: "Yes" }
            features: [columns]
            columns: { customer: id }
        training:
          triggers: { new_labels: 400, every: off, drift: off, performance_drop: off }
        schedule: { incremental: off, full: off, compare: off, prune: off, score: off }
        gates: { preset: balanced, max_prediction_drift: 0.6, max_crossing: 0.7 }

        """;

    private const int Asked = 600;
    private static readonly string[] Plans = ["basic", "plus", "pro"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_better_version_is_trained_judged_and_promoted_without_a_hand()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace(Definition);
        await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
        using var http = new HttpClient { BaseAddress = await Steps.AddressAsync(server) };
        var client = new CoppiceClient(http);

        // Labelled rows of the old world make the first version.
        using (var table = new MemoryStream(Encoding.UTF8.GetBytes(SomeFiles.Table(1500))))
            await client.ImportAsync("examples", table, "table.csv", cancellationToken: Cancellation);
        RunResponse first = await NextRunAsync(client, 0);
        Assert.Equal(("new_labels", "1.0", "promoted"), (first.Trigger, first.Result!.Version, first.Result.Decision));

        // The plan has lost its meaning and more customers leave. The first outcomes of that world judge, and may then be learnt from.
        var random = new SplitMix64(77);
        await AskAndReportAsync(client, http, random);
        RunResponse second = await NextRunAsync(client, first.Id);
        Assert.Equal("new_labels", second.Trigger);
        string before = (await client.GetStatusAsync(Cancellation)).Models[0].Champion!;

        // The next outcomes judge what has learnt from them: it is better, and it goes live.
        await AskAndReportAsync(client, http, random);
        RunResponse third = await NextRunAsync(client, second.Id);
        Assert.True(third.Result is { Decision: "promoted", Code: "superior" }, third.Error ?? third.Result!.Sentence);
        Assert.Equal(("new_labels", before), (third.Trigger, third.Result!.Against));
        // Too few labels for anybody to be reserved, and so no past to judge by.
        Assert.All(third.Result.Verdicts, verdict => Assert.Equal(verdict.Gate == "past_eras" ? "not_applicable" : "passed", verdict.Outcome));

        // The new version answers everybody.
        PredictionResponse ours = await client.PredictAsync("churn", Question("somebody", 40, "basic", 12), cancellationToken: Cancellation);
        JsonNode theirs = JsonNode.Parse(await Curl.RunAsync($"{http.BaseAddress}v1/models/churn/predict", "--json", """{"customer":"other","features":{"age":40,"plan":"basic","visits":12}}"""))!;
        Assert.Equal((third.Result.Version, third.Result.Version), (ours.Version, (string?)theirs["version"]));
        Assert.Equal(ours.Score, (double)theirs["score"]!);

        // Nobody but Coppice has promoted anything; going back is a person's.
        await client.RollBackAsync("churn", new RollBackRequest(null, "ann", "to be sure"), Cancellation);
        Assert.Equal(before, (await client.PredictAsync("churn", Question("somebody", 40, "basic", 12), cancellationToken: Cancellation)).Version);
        IReadOnlyList<DeploymentResponse> journal = await client.GetDeploymentsAsync("churn", cancellationToken: Cancellation);
        Assert.Equal(("rollback", "ann", third.Result.Version, before), (journal[0].Kind, journal[0].By, journal[0].From!, journal[0].To));
        Assert.All(journal.Skip(1), line => Assert.Equal(("promotion", "coppice"), (line.Kind, line.By)));
        Assert.DoesNotContain("manual", (await client.GetRunsAsync(cancellationToken: Cancellation)).Runs.Select(r => r.Trigger));
    }

    /// <summary>Asks about customers of the new world, and reports what became of each under the id of the answer, all in one request.</summary>
    private static async Task AskAndReportAsync(CoppiceClient client, HttpClient http, SplitMix64 random)
    {
        var asked = new List<(PredictionQuestion Question, bool Left)>();
        for (int i = 0; i < Asked; i++)
        {
            double visits = random.NextDouble() * 20;
            bool left = random.NextDouble() < 1 / (1 + Math.Exp(-1.5 - ((10 - visits) / 3)));
            asked.Add((Question(string.Create(CultureInfo.InvariantCulture, $"n{i}"), 18 + random.NextBelow(60), Plans[random.NextBelow(3)], visits), left));
        }

        IReadOnlyList<PredictionResponse> answers = await client.PredictAsync("churn", [.. asked.Select(a => a.Question)], cancellationToken: Cancellation);
        string rows = string.Concat(answers.Zip(asked, (answer, truth) => $$"""{"outcomes":{"Churn":"{{(truth.Left ? "Yes" : "No")}}"},"prediction_id":"{{answer.PredictionId}}"}""" + "\n"));
        using var content = new StringContent(rows, Encoding.UTF8, "application/x-ndjson");
        using HttpResponseMessage response = await http.PostAsync("/v1/outcomes", content, Cancellation);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private static PredictionQuestion Question(string customer, long age, string plan, double visits) =>
        new(customer, new Dictionary<string, object?> { ["age"] = age, ["plan"] = plan, ["visits"] = Math.Round(visits, 2) });

    /// <summary>The first run after another one, once it has ended.</summary>
    private static async Task<RunResponse> NextRunAsync(CoppiceClient client, long after)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromMinutes(1))
        {
            RunList runs = await client.GetRunsAsync("churn", cancellationToken: Cancellation);
            if (runs.Runs.LastOrDefault(r => r.Id > after) is { } run)
            {
                await foreach (RunProgress _ in client.FollowRunAsync(run.Id, Cancellation))
                    continue;
                RunResponse ended = await client.GetRunAsync(run.Id, Cancellation);
                Assert.True(ended.Result is not null, ended.Error);
                return ended;
            }

            await Task.Delay(50, Cancellation);
        }

        Assert.Fail("No run started by itself within a minute of the new labels.");
        throw new UnreachableException();
    }
}

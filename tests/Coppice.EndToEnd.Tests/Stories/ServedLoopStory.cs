using System.Diagnostics;
using System.Text.Json.Nodes;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Stories;

/// <summary>A real server, and three strangers to each other that go through the loop with it: our client, curl, an Open Inference client.</summary>
public sealed class ServedLoopStory
{
    private const string Definition =
        """
        workspace: boutique
        models:
          purchase:
            predicts: probability
            label: { event: purchase, within: 30d }
            features: [behaviour]
        gates: { preset: eager }

        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_events_to_a_new_version_and_back()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace(Definition);
        string[] log = SomeFiles.PurchaseLog(500).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
        using var http = new HttpClient { BaseAddress = await Steps.AddressAsync(server) };
        var client = new CoppiceClient(http);
        var inference = new InferenceClient(http);

        // The first eight months arrive by our client, and make the first version.
        Assert.False(await inference.IsReadyAsync("purchase"));
        int until = Array.FindIndex(log, line => line.Contains(",2024-09-", StringComparison.Ordinal));
        await ImportAsync(client, log[..until]);
        await client.StopRetrainingAsync(Cancellation);
        Assert.Equal("1.0", (await RetrainAsync(client)).Version);
        Assert.True(await inference.IsReadyAsync("purchase"));
        Assert.Contains("events.purchase.count_30d", await inference.InputsAsync("purchase"));

        // Everybody asks about the same customer and hears the same.
        PredictionResponse ours = await client.PredictAsync("purchase", new PredictionQuestion("k1"), cancellationToken: Cancellation);
        JsonNode theirs = JsonNode.Parse(await Curl.RunAsync($"{http.BaseAddress}v1/models/purchase/predict", "--json", """{"customer":"k1"}"""))!;
        (string version, double[] scores) = await inference.InferAsync("purchase", "k1", "k2");
        Assert.Equal(("1.0", "1.0", "1.0"), (ours.Version, (string?)theirs["version"], version));
        Assert.Equal(ours.Score, (double)theirs["score"]!, 1e-4);
        Assert.Equal(ours.Score, scores[0], 1e-4);
        folder.Write("ask.csv", "customer,remark\nk1,=cmd\nk2,\n");
        string table = await Curl.RunAsync($"{http.BaseAddress}predict?model=purchase", "-H", "Content-Type: text/csv", "-H", "Accept: text/csv", "--data-binary", $"@{folder.PathOf("ask.csv")}");
        Assert.StartsWith("customer,remark,purchase_score,purchase_version,purchase_prediction_id,purchase_reasons\nk1,=cmd,", table);

        // What was said is there to be read.
        CustomerResponse customer = await client.GetCustomerAsync("k1", Cancellation);
        Assert.Equal(4, customer.Predictions);
        Assert.Equal("1.0", Assert.Single(customer.Latest).Version);

        // Everybody of whom anything is known is scored, and nobody else.
        Assert.Equal("ready", (await client.GetHealthAsync(Cancellation)).Status);
        Assert.Equal(1, (await client.RecordProfileAsync(new NewProfile("new", new Dictionary<string, object?> { ["country"] = "FR" }), Cancellation)).Recorded);
        Assert.Equal(1, (await client.RecordEventAsync(new NewEvent("new", "visit", Id: "v1") { Product = "shoes" }, Cancellation)).Recorded);
        Assert.Equal(1, (await client.RecordNoteAsync(new NewNote("new", "asks about golf"), Cancellation)).Recorded);
        Assert.Equal(1, (await client.RecordEventsAsync([new NewEvent("new", "visit", Id: "v1") { Product = "shoes" }, new NewEvent("new", "visit", Id: "v2")], Cancellation)).AlreadyKnown);
        Assert.Equal(1, (await client.RecordOutcomeAsync(new NewOutcome(null, new Dictionary<string, object?> { ["purchased"] = 1 }, ours.PredictionId), Cancellation)).Recorded);
        BatchResponse batch = await client.ScoreAllCustomersAsync(cancellationToken: Cancellation);
        await foreach (BatchResponse _ in client.FollowBatchAsync(batch.Id, Cancellation))
            continue;
        batch = await client.GetBatchAsync(batch.Id, Cancellation);
        StatsResponse stats = await client.GetStatsAsync(Cancellation);
        Assert.Equal(("done", stats.Customers, stats.Customers), (batch.State, batch.RowsDone, batch.RowsTotal!.Value));
        Assert.Equal(stats.Customers + 6, stats.Predictions);
        Assert.Equal(1, (await client.GetCustomerAsync("new", Cancellation)).Predictions);

        // The rest of the year arrives by curl; the new labels start a run by themselves, and what it makes goes live.
        RunList before = await client.GetRunsAsync("purchase", cancellationToken: Cancellation);
        await client.StartRetrainingAsync(Cancellation);
        folder.Write("rest.csv", string.Join('\n', log[until..].Prepend(log[0])) + "\n");
        await Curl.RunAsync($"{http.BaseAddress}v1/events?file=rest.csv", "-H", "Content-Type: text/csv", "--data-binary", $"@{folder.PathOf("rest.csv")}");
        RunResponse triggered = await TriggeredRunAsync(client, before.Runs[0].Id);
        Assert.NotEqual("manual", triggered.Trigger);
        await client.StopRetrainingAsync(Cancellation);
        string made = triggered.Result!.Version;
        if (triggered.Result.Decision != "promoted")
            await client.PromoteAsync("purchase", new PromoteRequest(made, "ann", "the story goes on"), Cancellation);
        Assert.Equal(made, (await client.PredictAsync("purchase", new PredictionQuestion("k1"), cancellationToken: Cancellation)).Version);
        Assert.Equal(made, (await inference.InferAsync("purchase", "k1")).Version);

        // And back.
        await Curl.RunAsync($"{http.BaseAddress}v1/models/purchase/rollback", "--json", """{"reason":"worse"}""");
        Assert.Equal("1.0", (await client.PredictAsync("purchase", new PredictionQuestion("k1"), cancellationToken: Cancellation)).Version);
        Assert.Equal("1.0", (await inference.InferAsync("purchase", "k1")).Version);
        Assert.Equal(["rollback", "promotion", "promotion"], (await client.GetDeploymentsAsync("purchase", cancellationToken: Cancellation)).Select(d => d.Kind));
        await server.TerminateAsync();
        (await server.WaitAsync(TimeSpan.FromSeconds(30))).Exits(0);
    }

    private static async Task ImportAsync(CoppiceClient client, IEnumerable<string> lines)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        ImportReport report = await client.ImportAsync("events", file, "log.csv", cancellationToken: Cancellation);
        Assert.Equal(0, report.SetAside);
    }

    private static async Task<RunResult> RetrainAsync(CoppiceClient client)
    {
        RunResponse run = await client.StartRunAsync("purchase", new RetrainRequest("full"), Cancellation);
        return (await EndAsync(client, run.Id)).Result!;
    }

    /// <summary>The first run after another one, once it has ended.</summary>
    private static async Task<RunResponse> TriggeredRunAsync(CoppiceClient client, long after)
    {
        for (int look = 0; look < 600; look++)
        {
            RunList runs = await client.GetRunsAsync("purchase", cancellationToken: Cancellation);
            if (runs.Runs.LastOrDefault(r => r.Id > after) is { } run)
                return await EndAsync(client, run.Id);
            await Task.Delay(100, Cancellation);
        }

        Assert.Fail("No run started by itself within a minute of the new labels.");
        throw new UnreachableException();
    }

    private static async Task<RunResponse> EndAsync(CoppiceClient client, long id)
    {
        await foreach (RunProgress _ in client.FollowRunAsync(id, Cancellation))
            continue;
        RunResponse ended = await client.GetRunAsync(id, Cancellation);
        Assert.True(ended.Result is not null, ended.Error);
        return ended;
    }
}

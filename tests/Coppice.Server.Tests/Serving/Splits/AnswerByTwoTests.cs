using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Deployments;
using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Serving.Splits;

/// <summary>Half of the customers are another version's already, over HTTP.</summary>
public sealed class AnswerByTwoTests
{
    private const int Customers = 60;

    private const string Definition = """
        workspace: test
        models:
          left:
            label: { column: left, positive: "Yes" }
            features: [columns]
            columns: { customer: customer, time: date }
        gates: { preset: eager }
        ramp: { shares: [50], every: 1h, customers: 10 }

        """;

    [Fact]
    public async Task Every_way_of_asking_divides_the_customers_alike_and_records_who_answered()
    {
        await using var workspace = await RampedAsync();

        var list = await AskAsync($"[{string.Join(',', Questions())}]", "application/json");
        var lines = await AskAsync(string.Join('\n', Questions()), "application/x-ndjson");
        var alone = new List<PredictionResponse>();
        foreach (string question in Questions().Take(12))
            alone.Add(JsonSerializer.Deserialize<PredictionResponse>(await workspace.PostAsync("/v1/models/left/predict?explain=1", question, contentType: "application/json"), CoppiceJson.Options)!);
        var table = (await workspace.PredictAsync("left", "customer,usage,plan\n" + string.Concat(Enumerable.Range(0, Customers).Select(i => $"k{i},{i % 10},gold\n")))).Answers!.Predictions;

        string[] versions = [.. list.Select(a => a.Version)];
        Assert.InRange(versions.Count(v => v == "2.0"), 15, 45);
        Assert.Equal(versions, lines.Select(a => a.Version));
        Assert.Equal(versions, table.Select(a => a.Version));
        Assert.Equal(versions.Take(12), alone.Select(a => a.Version));
        Assert.All(alone, a => Assert.Single(a.Reasons!));
        foreach (var answer in list.Concat(lines).Concat(table).Concat(alone))
        {
            Assert.Equal(answer.Version == "2.0" ? "challenger" : "champion", answer.Arm);
            // 2.0 ranks the wrong way round, so the score tells who answered.
            int usage = int.Parse(answer.Customer[1..]) % 10;
            if (usage is < 2 or > 7)
                Assert.Equal(usage < 2 == (answer.Version == "1.0"), answer.Score > 0.5);
        }

        var recorded = workspace.Get<Database>().Read(session => session.Query<(string Id, string Arm, long Major)>(
            "SELECT p.prediction_id, p.arm, v.major FROM predictions p JOIN versions v ON v.id = p.version_id"));
        Assert.Equal(
            list.Concat(lines).Concat(table).Concat(alone).Select(a => (a.PredictionId, a.Arm, a.Version == "2.0" ? 2L : 1L)).Order(),
            recorded.Select(r => (r.Id, r.Arm, r.Major)).Order());

        async Task<IReadOnlyList<PredictionResponse>> AskAsync(string body, string type)
        {
            string text = await workspace.PostAsync("/v1/models/left/predict", body, contentType: type);
            return type == "application/json"
                ? JsonSerializer.Deserialize<List<PredictionResponse>>(text, CoppiceJson.Options)!
                : [.. text.TrimEnd().Split('\n').Select(line => JsonSerializer.Deserialize<PredictionResponse>(line, CoppiceJson.Options)!)];
        }
    }

    [Fact]
    public async Task Who_stops_it_by_the_address_is_told_what_it_was()
    {
        await using var workspace = await RampedAsync();
        var status = (await workspace.Client.GetStatusAsync(TestContext.Current.CancellationToken)).Models[0];
        Assert.Equal(("1.0", "2.0", 0.5, 1.0), (status.Champion, status.Ramp!.Version, status.Ramp.Share, status.Ramp.NextShare));

        var stopped = await workspace.Client.StopRampAsync("left", new StopRampRequest("ann", "the shop called"), TestContext.Current.CancellationToken);
        var again = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.StopRampAsync("left", new StopRampRequest(), TestContext.Current.CancellationToken));

        Assert.Equal(("stopped", "ann", "the shop called", null), (stopped.State, stopped.EndedBy, stopped.Reason, stopped.Code));
        Assert.Equal(DeploymentCodes.NoRamp, again.Problem?.Code);
        Assert.Equal(stopped.EndedAt, (await workspace.Client.GetRampAsync("left", TestContext.Current.CancellationToken)).EndedAt);
        Assert.DoesNotContain("2.0", await workspace.PostAsync("/v1/models/left/predict", $"[{string.Join(',', Questions())}]", contentType: "application/json"));
    }

    private static IEnumerable<string> Questions() => Enumerable.Range(0, Customers).Select(i => $$$"""{"customer":"k{{{i}}}","features":{"usage":{{{i % 10}}},"plan":"gold"}}""");

    /// <summary>2.0, with the bytes of 1.0 but the wrong way round, answers half of the customers.</summary>
    private static async Task<ServedWorkspace> RampedAsync()
    {
        var workspace = await ServedWorkspace.EmptyAsync(definition: Definition);
        await workspace.ImportAsync("examples", TrainedWorkspace.Rows(600, firstDay: -20, days: 10));
        await workspace.RetrainAsync("left");
        long modelId = workspace.Get<ModelCatalog>().Number("left");
        var versions = workspace.Get<VersionStore>();
        workspace.Get<Database>().Write(session =>
        {
            var first = versions.Find(session, modelId, new VersionNumber(1, 0))!;
            versions.Add(session, first with { Major = 2, Calibration = """{"link":"LogOdds","kind":"Platt","slope":-1,"intercept":0}""" });
            var second = versions.Find(session, modelId, new VersionNumber(2, 0))!;
            Assert.NotNull(workspace.Get<PromoteChallenger>().Install(session, modelId, "left", second, 1, MadeBy.Merit, "coppice", "better"));
        });
        workspace.Get<DeploymentSignal>().Raise(modelId);
        return workspace;
    }
}

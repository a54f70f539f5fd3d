using Coppice.Cli.Models;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace Coppice.EndToEnd.Tests.Models;

public sealed class PredictTests
{
    private static readonly PredictFileResponse Answers = new(
        Some.Now,
        2,
        [new("purchase", "4.2")],
        [new("p1", "c1", "purchase", "4.2", "champion", .8125), new("p2", "Smith, Ann", "purchase", "4.2", "champion", 1e-7)],
        0,
        []);

    [Fact]
    public async Task Answers_are_a_csv_on_standard_output()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        folder.Write("customers.csv", "customer\nc1\n");
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapPost("/v1/models/purchase/predict", () => FakeServer.Json(Answers)));
        CoppiceResult result = (await folder.RunAsync("predict", "purchase", "customers.csv")).Exits(0);
        Assert.Equal("customer,prediction_id,score,model,version\nc1,p1,0.8125,purchase,4.2\n\"Smith, Ann\",p2,1E-07,purchase,4.2\n", result.Output);
    }

    [Fact]
    public async Task Amounts_come_with_both_ends_of_their_interval()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        folder.Write("customers.csv", "customer\nc1\n");
        PredictionResponse answer = new("p1", "c1", "clv", "4.2", "champion", 40) { Low = 2.5, High = 90, Interval = 0.9 };
        PredictFileResponse answers = Answers with { Predictions = [answer, answer with { PredictionId = "p2", High = null }] };
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapPost("/v1/models/clv/predict", () => FakeServer.Json(answers)));
        CoppiceResult result = (await folder.RunAsync("predict", "clv", "customers.csv")).Exits(0);
        Assert.Equal("customer,prediction_id,score,model,version,low,high\nc1,p1,40,clv,4.2,2.5,90\nc1,p2,40,clv,4.2,2.5,\n", result.Output);
    }

    [Fact]
    public async Task Reasons_have_a_column_and_their_number_is_asked_for()
    {
        PredictionReason[] reasons = [new("usage", 1, .4, "usage: 1"), new("plan", "gold", -.051, "plan = gold"), new("age", null, .001, "age: not known")];
        PredictFileResponse explained = Answers with
        {
            Models = [new("purchase", "4.2", "log-odds")],
            Predictions = [Answers.Predictions[0] with { Reasons = reasons }],
        };
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        folder.Write("customers.csv", "customer\nc1\n");
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapPost("/v1/models/purchase/predict", () => FakeServer.Json(explained)));
        CoppiceResult result = (await folder.RunAsync("predict", "purchase", "customers.csv", "--explain", "3")).Exits(0);
        Assert.Equal("customer,prediction_id,score,model,version,reasons\nc1,p1,0.8125,purchase,4.2,usage: 1 +0.40; plan = gold -0.05\n", result.Output);
        Assert.EndsWith("?file=customers.csv&explain=3", server.Requests[^1]);
    }

    [Fact]
    public async Task Quick_answers_are_waited_out_and_stand_beside_the_final_ones()
    {
        DateTimeOffset then = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        PredictFileResponse final = Answers with { Predictions = [Answers.Predictions[0] with { QuickScore = .75, AnsweredAt = then, RefinedAt = then.AddSeconds(2) }], Batch = 7 };
        PredictFileResponse quick = final with { Predictions = [final.Predictions[0] with { Arm = "quick", Score = .75, RefinedAt = null }] };
        BatchResponse refining = new(7, "file", "customers.csv", "refining", [new("purchase", "4.2") { Quick = "fast" }], 1, 1, 0, null, null, then, null, null) { Refinement = new RefinementProgress(1, 0, then) };
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        folder.Write("customers.csv", "customer\nc1\n");
        await using FakeServer server = await FakeServer.StartAsync(folder, app =>
        {
            int asked = 0;
            app.MapPost("/v1/models/purchase/predict", () => FakeServer.Json(quick));
            app.MapGet("/v1/batches/7", () => FakeServer.Json(asked++ == 0 ? refining : refining with { State = "done" }));
            app.MapGet("/v1/batches/7/progress", () => FakeServer.Stream([refining, refining with { State = "done" }]));
            app.MapGet("/v1/batches/7/result", () => FakeServer.Json(final));
        });
        CoppiceResult waited = (await folder.RunAsync("predict", "purchase", "customers.csv")).Exits(0);
        CoppiceResult left = (await folder.RunAsync("predict", "purchase", "customers.csv", "--no-wait")).Exits(0);
        const string Header = "customer,prediction_id,score,model,version,quick_score,answered_at,refined_at\n";
        Assert.Equal(Header + "c1,p1,0.8125,purchase,4.2,0.75,2026-01-02T03:04:05.0000000Z,2026-01-02T03:04:07.0000000Z\n", waited.Output);
        Assert.Equal(Header + "c1,p1,0.75,purchase,4.2,0.75,2026-01-02T03:04:05.0000000Z,\n", left.Output);
    }

    [Fact]
    public async Task Without_a_model_every_champion_answers()
    {
        using TemporaryFolder folder = TemporaryFolder.WithWorkspace();
        folder.Write("customers.csv", "customer\nc1\n");
        await using FakeServer server = await FakeServer.StartAsync(folder, app => app.MapPost("/predict", () => FakeServer.Json(Answers with { NotesKept = 1 })));
        CoppiceResult result = (await folder.RunAsync("predict", "customers.csv", "--out", "scores.csv", "--map", "customer=customer")).Exits(0);
        Assert.Contains("2 customers scored by purchase 4.2 → scores.csv · 1 new note kept", result.Output);
        Assert.Equal(3, File.ReadAllLines(folder.PathOf("scores.csv")).Length);
        Assert.Equal(["POST /predict?file=customers.csv&map=customer%3Dcustomer"], server.Requests);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void A_person_sees_the_highest_scores_and_why(int width)
    {
        PredictionReason reason = new("notes.\"gift\"", 1, .4, "notes: \"gift\"") { Quote = "Looking for a gift for her mother, gift wrapped" };
        PredictFileResponse answers = Answers with
        {
            Models = [new("purchase", "4.2", "log-odds")],
            Predictions = [.. Enumerable.Range(0, 9).Select(i => new PredictionResponse($"p{i}", $"c{i}", "purchase", "4.2", "champion", .1 * i, [reason]))],
        };
        string text = TestScreen.Render(width, screen => PredictScreen.WriteHighest(screen, answers));
        Assert.Contains("purchase 4.2 · the 5 highest of 9", text);
        Assert.Contains(" .800  c8        notes: \"gift\" “Looking for a gift for her mother", text);
        Assert.DoesNotContain("c3", text);
    }
}

using System.Globalization;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;
using Coppice.Server.Statistics;

namespace Coppice.EndToEnd.Tests.Stories;

/// <summary>A companion answers a table at once, and the version after it, whatever happens in between.</summary>
public sealed class QuickAnswersStory
{
    private const int Rows = 40_000;

    private static readonly string Definition = Steps.TableDefinition.TrimEnd()
        + "\n    learner: elite\n    quick: swift\nrecipes:\n  swift: { additive: off }\n";

    [Fact]
    public async Task The_command_waits_for_the_final_scores_or_takes_the_quick_ones()
    {
        using var folder = new TemporaryFolder();
        await TrainAsync(folder);
        folder.Write("new.csv", NewRows(300));

        PredictFileResponse final = (await folder.RunAsync("predict", "churn", "new.csv", "--json")).Exits(0).Json<PredictFileResponse>();
        PredictFileResponse quick = (await folder.RunAsync("predict", "churn", "new.csv", "--no-wait", "--json")).Exits(0).Json<PredictFileResponse>();
        IReadOnlyList<string> table = (await folder.RunAsync("predict", "churn", "new.csv", "--explain", "0")).Exits(0).OutputLines;

        Assert.All(final.Predictions, p => Assert.True(p is { Arm: "champion", QuickScore: not null, RefinedAt: not null }));
        Assert.All(quick.Predictions, p => Assert.True(p is { Arm: "quick", QuickScore: not null, RefinedAt: null }));
        Assert.Equal(final.Predictions.Select(p => p.QuickScore), quick.Predictions.Select(p => (double?)p.Score));
        Assert.NotEqual(final.Predictions.Select(p => p.Score), quick.Predictions.Select(p => p.Score));
        Assert.Equal("customer,prediction_id,score,model,version,quick_score,answered_at,refined_at", table[0]);

        // A server takes up what the command has left.
        await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
        using var http = new HttpClient { BaseAddress = await Steps.AddressAsync(server) };
        var client = new CoppiceClient(http);
        await foreach (BatchResponse _ in client.FollowBatchAsync(quick.Batch!.Value))
            continue;
        PredictFileResponse later = await client.GetBatchResultAsync(quick.Batch.Value);
        Assert.Equal(quick.Predictions.Select(p => p.PredictionId), later.Predictions.Select(p => p.PredictionId));
        Assert.Equal(final.Predictions.Select(p => p.Score), later.Predictions.Select(p => p.Score));
    }

    [Fact]
    public async Task A_refinement_outlives_the_server()
    {
        using var folder = new TemporaryFolder();
        await TrainAsync(folder);
        folder.Write("new.csv", NewRows(Rows));
        var random = new SplitMix64(5);
        long id = 0;
        int caught = 0;
        for (int attempt = 0; attempt < 4; attempt++)
        {
            await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
            using var http = new HttpClient { BaseAddress = await Steps.AddressAsync(server) };
            var client = new CoppiceClient(http);
            if (attempt == 0)
            {
                await using FileStream file = File.OpenRead(folder.PathOf("new.csv"));
                id = (await client.PredictFileAsync("churn", file, "new.csv")).Batch!.Id;
                await foreach (BatchResponse now in client.FollowBatchAsync(id))
                {
                    if (now.Refinement is { Refined: > 0 })
                        break;
                }
            }

            await Task.Delay((int)random.NextBelow(150));
            server.Kill();
            using var left = new WorkspaceFile(folder);
            left.HoldsNothingHalfDone();
            Assert.Equal(Rows, left.Count("SELECT COUNT(*) FROM predictions"));
            Assert.Equal(left.Count("SELECT refined FROM batches"), left.Count("SELECT COUNT(*) FROM predictions WHERE arm = 'champion' AND refined_at IS NOT NULL AND quick_score IS NOT NULL"));
            Assert.Equal(left.Count("SELECT COUNT(*) FROM unrefined"), left.Count("SELECT COUNT(*) FROM predictions WHERE arm = 'quick' AND refined_at IS NULL"));
            caught += left.Count("SELECT COUNT(*) FROM unrefined") > 0 ? 1 : 0;
        }

        Assert.True(caught > 0, "No kill caught the refinement on its way.");
        await using CoppiceProcess last = folder.Start("serve", "--url", "http://127.0.0.1:0");
        using var end = new HttpClient { BaseAddress = await Steps.AddressAsync(last) };
        var reader = new CoppiceClient(end);
        await foreach (BatchResponse _ in reader.FollowBatchAsync(id))
            continue;
        PredictFileResponse result = await reader.GetBatchResultAsync(id);
        Assert.Equal(Rows, result.Predictions.Count(p => p is { Arm: "champion", QuickScore: not null, RefinedAt: not null }));

        // The version itself, asked about some of the rows one by one, says the same.
        string[] some = [.. File.ReadLines(folder.PathOf("new.csv")).Skip(1).Where((_, i) => i % 97 == 0)];
        var direct = await reader.PredictAsync("churn", [.. some.Select(row => row.Split(',')).Select(c => new PredictionQuestion(c[0], new Dictionary<string, object?>
        {
            ["age"] = int.Parse(c[1], CultureInfo.InvariantCulture),
            ["plan"] = c[2],
            ["visits"] = double.Parse(c[3], CultureInfo.InvariantCulture),
        }))]);
        Assert.Equal(direct.Select(d => d.Score), result.Predictions.Where((_, i) => i % 97 == 0).Select(p => p.Score));
    }

    private static async Task TrainAsync(TemporaryFolder folder)
    {
        folder.Write("coppice.yaml", Definition);
        folder.Write("customers.csv", SomeFiles.Table(1_500));
        (await folder.RunAsync("import", "labels", "customers.csv")).Exits(0);
        RunResponse run = await Steps.RetrainAsync(folder, "churn");
        Assert.Equal(("1.0", "promoted"), (run.Result!.Version, run.Result.Decision));
        CoppiceResult versions = (await folder.RunAsync("versions", "churn")).Exits(0);
        Assert.Contains("Tables are answered at once by the companion of 1.0, swift: AUC", versions.Output);
    }

    /// <summary>The table without what is asked.</summary>
    private static string NewRows(int count) =>
        string.Concat(SomeFiles.Table(count, seed: 7).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l[..l.LastIndexOf(',')] + "\n"));
}

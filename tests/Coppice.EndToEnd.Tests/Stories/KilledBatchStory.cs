using System.Globalization;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;
using Coppice.Server.Statistics;

namespace Coppice.EndToEnd.Tests.Stories;

/// <summary>kill -9 while a large file is answered in the background, again and again: it goes on, and every row is answered once.</summary>
public sealed class KilledBatchStory
{
    private const int Rows = 40_000;

    [Fact]
    public async Task A_batch_outlives_the_server()
    {
        using var folder = new TemporaryFolder();
        await Steps.TrainTableAsync(folder);
        string[] table = SomeFiles.Table(Rows, seed: 7).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        folder.Write("new.csv", string.Concat(table.Select(l => l[..l.LastIndexOf(',')] + "\n")));
        var random = new SplitMix64(21);
        long id = 0;
        for (int attempt = 0; attempt < 4; attempt++)
        {
            await using CoppiceProcess server = folder.Start("serve", "--url", "http://127.0.0.1:0");
            using var http = new HttpClient { BaseAddress = await Steps.AddressAsync(server) };
            var client = new CoppiceClient(http);
            if (attempt == 0)
            {
                await using FileStream file = File.OpenRead(folder.PathOf("new.csv"));
                id = (await client.PredictFileAsync("churn", file, "new.csv")).Batch!.Id;
            }

            await Task.Delay((int)random.NextBelow(400));
            server.Kill();
            using var left = new WorkspaceFile(folder);
            left.HoldsNothingHalfDone();
            Assert.Equal(left.Count("SELECT rows_done FROM batches"), left.Count("SELECT COUNT(*) FROM predictions"));
        }

        await using CoppiceProcess last = folder.Start("serve", "--url", "http://127.0.0.1:0");
        using var end = new HttpClient { BaseAddress = await Steps.AddressAsync(last) };
        var reader = new CoppiceClient(end);
        await foreach (BatchResponse _ in reader.FollowBatchAsync(id))
            continue;
        PredictFileResponse result = await reader.GetBatchResultAsync(id);
        Assert.Equal(Enumerable.Range(0, Rows).Select(i => string.Create(CultureInfo.InvariantCulture, $"c{i}")), result.Predictions.Select(p => p.Customer));
        Assert.Equal(Rows, (await reader.GetStatsAsync()).Predictions);
        Assert.Equal(Rows, result.Predictions.Select(p => p.PredictionId).Distinct().Count());
        using var whole = new StreamReader(await reader.GetBatchTableAsync(id));
        Assert.Equal(Rows + 1, (await whole.ReadToEndAsync()).Count(c => c == '\n'));
    }
}

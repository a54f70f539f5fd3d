using System.Text;
using Coppice.Client;
using Coppice.Server.Serving;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Serving.Batches;

public class ScoreBatchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_large_file_is_answered_in_the_background_row_by_row_in_its_order()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        var batch = (await workspace.PredictAsync("churn", Rows(6_500))).Batch!;

        var seen = await workspace.Client.FollowBatchAsync(batch.Id, Cancellation).ToListAsync(Cancellation);
        var ended = await workspace.Client.GetBatchAsync(batch.Id, Cancellation);
        var result = await workspace.Client.GetBatchResultAsync(batch.Id, Cancellation);
        string[] table = await TableAsync(workspace, batch.Id);

        Assert.Equal(("done", 6_500L, 6_500L, 1L), (ended.State, ended.RowsDone, ended.RowsTotal!.Value, ended.SetAside));
        Assert.Equal(seen.Select(s => s.RowsDone).Order(), seen.Select(s => s.RowsDone));
        Assert.Equal("done", seen[^1].State);
        Assert.Equal(6_499, result.Predictions.Count);
        Assert.Equal(Enumerable.Range(0, 6_500).Where(i => i != 4_000).Select(i => $"k{i}"), result.Predictions.Select(p => p.Customer));
        Assert.Equal(4_002, Assert.Single(result.Rejects).Line);
        Assert.Equal(6_500, table.Length);
        Assert.All(table.Skip(1).Zip(result.Predictions), pair => Assert.EndsWith($",{pair.Second.Score:R},1.0,{pair.Second.PredictionId}", pair.First));
        Assert.Equal(6_499, (await workspace.Client.GetStatsAsync(Cancellation)).Predictions);
    }

    [Fact]
    public async Task A_batch_that_a_stop_interrupted_goes_on_and_answers_every_row_once()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        var batch = (await workspace.PredictAsync("churn", Rows(30_000))).Batch!;
        await foreach (var now in workspace.Client.FollowBatchAsync(batch.Id, Cancellation))
        {
            if (now.RowsDone >= 2_000)
                break;
        }

        await workspace.StopAsync();
        await workspace.StartAsync();
        await workspace.Client.FollowBatchAsync(batch.Id, Cancellation).ToListAsync(Cancellation);
        var result = await workspace.Client.GetBatchResultAsync(batch.Id, Cancellation);

        Assert.Equal(Enumerable.Range(0, 30_000).Where(i => i != 4_000).Select(i => $"k{i}"), result.Predictions.Select(p => p.Customer));
        Assert.Equal(1, result.SetAside);
        Assert.Equal(30_000, (await TableAsync(workspace, batch.Id)).Length);
        Assert.Equal(29_999, (await workspace.Client.GetStatsAsync(Cancellation)).Predictions);
    }

    [Fact]
    public async Task What_an_unrecorded_chunk_left_in_the_result_is_cut_off()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        var batch = (await workspace.PredictAsync("churn", Rows(30_000))).Batch!;
        await foreach (var now in workspace.Client.FollowBatchAsync(batch.Id, Cancellation))
        {
            if (now.RowsDone >= 2_000)
                break;
        }

        string csv = workspace.Get<BatchFiles>().Csv(batch.Id);
        await workspace.StopAsync();
        await File.AppendAllTextAsync(csv, "half a ro", Cancellation);
        await workspace.StartAsync();
        await workspace.Client.FollowBatchAsync(batch.Id, Cancellation).ToListAsync(Cancellation);

        string[] table = await TableAsync(workspace, batch.Id);
        Assert.Equal(30_000, table.Length);
        Assert.DoesNotContain(table, line => line.Contains("half", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cancelled_it_keeps_what_was_answered_and_has_no_result()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        var batch = (await workspace.PredictAsync("churn", Rows(30_000))).Batch!;

        await workspace.Client.CancelBatchAsync(batch.Id, Cancellation);
        await workspace.Client.FollowBatchAsync(batch.Id, Cancellation).ToListAsync(Cancellation);

        var ended = await workspace.Client.GetBatchAsync(batch.Id, Cancellation);
        var refused = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.GetBatchResultAsync(batch.Id, Cancellation));
        Assert.Equal("cancelled", ended.State);
        Assert.Equal((409, BatchCodes.NoResult), (refused.Problem.Status, refused.Problem.Code));
        Assert.Equal(ended.RowsDone, (await workspace.Client.GetStatsAsync(Cancellation)).Predictions);
    }

    [Fact]
    public async Task All_customers_cannot_be_asked_about_by_a_model_that_needs_given_inputs()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();

        var named = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.ScoreAllCustomersAsync("churn", Cancellation));
        var every = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.ScoreAllCustomersAsync(null, Cancellation));

        Assert.Equal((409, ServingCodes.NeedsInputs), (named.Problem.Status, named.Problem.Code));
        Assert.Equal(ServingCodes.NeedsInputs, every.Problem.Code);
    }

    [Fact]
    public async Task A_result_is_gone_thirty_days_after_its_batch()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        var batch = (await workspace.PredictAsync("churn", Rows(5_100))).Batch!;
        await workspace.Client.FollowBatchAsync(batch.Id, Cancellation).ToListAsync(Cancellation);
        var old = (await workspace.Client.GetBatchAsync(batch.Id, Cancellation)).FinishedAt!.Value.AddDays(-31);
        workspace.Get<Database>().Write(session => session.Execute("UPDATE batches SET finished_at = @old", new { old }));
        string csv = workspace.Get<BatchFiles>().Csv(batch.Id);
        Assert.True(File.Exists(csv));

        await workspace.StopAsync();
        await workspace.StartAsync();
        while (File.Exists(csv))
            await Task.Delay(20, Cancellation);

        var unknown = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.GetBatchAsync(batch.Id, Cancellation));
        Assert.Equal(BatchCodes.Unknown, unknown.Problem.Code);
        Assert.Equal(5_099, (await workspace.Client.GetStatsAsync(Cancellation)).Predictions);
    }

    /// <summary>Row 4,000 has no customer.</summary>
    private static string Rows(int count)
    {
        var text = new StringBuilder("customer,usage\n");
        for (int i = 0; i < count; i++)
            text.Append($"{(i == 4_000 ? "" : $"k{i}")},{i % 10}\n");
        return text.ToString();
    }

    private static async Task<string[]> TableAsync(ServedWorkspace workspace, long id)
    {
        using var reader = new StreamReader(await workspace.Client.GetBatchTableAsync(id, Cancellation));
        return (await reader.ReadToEndAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

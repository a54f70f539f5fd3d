using System.Text;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Serving.Batches;

public class NotesFileTests
{
    private static readonly DateTimeOffset Today = TimeProvider.System.GetUtcNow();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_of_notes_is_answered_by_what_they_say_and_quotes_it()
    {
        await using var workspace = await SomeNotes.TrainedAsync();

        var answers = (await workspace.PredictAsync(null, SomeNotes.Header + Rows(40, keen: true, "k") + Rows(40, keen: false, "i"))).Answers!;

        Assert.Equal((80L, 0L, 80L), (answers.Rows, answers.SetAside, answers.NotesKept!.Value));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"k{i}"), answers.Predictions.Take(40).Select(p => p.Customer));
        double keen = answers.Predictions.Take(40).Average(p => p.Score);
        double idle = answers.Predictions.Skip(40).Average(p => p.Score);
        Assert.True(keen > idle + 0.4, $"the keen scored {keen:0.000}, the others {idle:0.000}");
        var quoted = answers.Predictions.SelectMany(p => p.Reasons!).Where(r => r.Quote is not null).ToList();
        Assert.True(quoted.Count > 40);
        Assert.All(quoted, r => Assert.StartsWith("notes: ", r.Words));
    }

    [Fact]
    public async Task The_same_file_again_keeps_nothing_new_and_is_answered_alike()
    {
        await using var workspace = await SomeNotes.TrainedAsync();
        string file = SomeNotes.Header + Rows(20, keen: true, "k");

        var first = (await workspace.PredictAsync("purchase", file)).Answers!;
        var second = (await workspace.PredictAsync("purchase", file)).Answers!;

        Assert.Equal((20L, 0L), (first.NotesKept!.Value, second.NotesKept!.Value));
        Assert.Equal(first.Predictions.Select(p => (p.Customer, p.Score)), second.Predictions.Select(p => (p.Customer, p.Score)));
        Assert.Equal(620, (await workspace.Client.GetStatsAsync(Cancellation)).Notes);
    }

    [Fact]
    public async Task Rows_that_an_import_would_set_aside_are_neither_kept_nor_answered()
    {
        await using var workspace = await SomeNotes.TrainedAsync();
        var random = new SplitMix64(5);
        string file = SomeNotes.Header
            + SomeNotes.Row("a", Today.AddDays(-1), true, random)
            + SomeNotes.Row("b", Today.AddDays(9), true, random)
            + SomeNotes.Row("c", Today.AddDays(-1), true, random).Replace($"{Today.AddDays(-1):yyyy-MM-dd}", "soon", StringComparison.Ordinal)
            + $"d,{Today.AddDays(-1):yyyy-MM-dd},20 min,en,\n"
            + SomeNotes.Row("e", Today.AddDays(-2), false, random);

        var answers = (await workspace.PredictAsync("purchase", file)).Answers!;

        Assert.Equal(["a", "e"], answers.Predictions.Select(p => p.Customer));
        Assert.Equal((5L, 3L, 2L), (answers.Rows, answers.SetAside, answers.NotesKept!.Value));
        Assert.Equal([3, 4, 5], answers.Rejects.Select(r => r.Line));
        Assert.Contains("lies in the future", answers.Rejects[0].Reason);
        Assert.Contains("soon", answers.Rejects[1].Reason);
        Assert.Contains("the text is empty", answers.Rejects[2].Reason);
        Assert.Equal(602, (await workspace.Client.GetStatsAsync(Cancellation)).Notes);
    }

    [Fact]
    public async Task Several_notes_about_a_customer_are_one_question()
    {
        await using var workspace = await SomeNotes.TrainedAsync();
        var random = new SplitMix64(5);
        string file = SomeNotes.Header
            + SomeNotes.Row("a", Today.AddDays(-5), false, random)
            + SomeNotes.Row("b", Today.AddDays(-4), true, random)
            + SomeNotes.Row("a", Today.AddDays(-3), true, random);

        var answers = (await workspace.PredictAsync("purchase", file)).Answers!;

        Assert.Equal(["a", "b", "a"], answers.Predictions.Select(p => p.Customer));
        Assert.Equal(answers.Predictions[0].PredictionId, answers.Predictions[2].PredictionId);
        Assert.Equal(answers.Predictions[0].Score, answers.Predictions[2].Score);
        Assert.Equal(answers.Predictions[0].Reasons!.Select(r => r.Words), answers.Predictions[2].Reasons!.Select(r => r.Words));
        Assert.Equal(2, (await workspace.Client.GetStatsAsync(Cancellation)).Predictions);
    }

    [Fact]
    public async Task Notes_without_a_date_were_written_now_and_may_have_any_name()
    {
        await using var workspace = await SomeNotes.TrainedAsync();
        const string File = "client_id,Gesprochenes\nx,\"Ready to buy, asked us to put one of the scarves aside, and to write to her about it at once.\"\n"
            + "y,\"Just browsing the scarves, nothing planned, will perhaps come back another time or perhaps not.\"\n";

        var first = (await workspace.PredictAsync("purchase", File)).Answers!;
        var second = (await workspace.PredictAsync("purchase", File)).Answers!;

        Assert.True(first.Predictions[0].Score > first.Predictions[1].Score);
        Assert.Equal((2L, 0L), (first.NotesKept!.Value, second.NotesKept!.Value));
    }

    [Fact]
    public async Task A_large_file_of_notes_becomes_a_batch()
    {
        await using var workspace = await SomeNotes.TrainedAsync();

        var batch = (await workspace.PredictAsync("purchase", SomeNotes.Header + Rows(5_200, keen: true, "k"))).Batch!;
        await workspace.Client.FollowBatchAsync(batch.Id, Cancellation).ToListAsync(Cancellation);
        var result = await workspace.Client.GetBatchResultAsync(batch.Id, Cancellation);

        Assert.Equal((5_200L, 5_200L, 0L), (result.Rows, result.NotesKept!.Value, result.SetAside));
        Assert.Equal(5_200, result.Predictions.Select(p => p.PredictionId).Distinct().Count());
        Assert.Null(result.Predictions[0].Reasons);
        Assert.True(result.Predictions.Average(p => p.Score) > 0.6);
    }

    private static string Rows(int count, bool keen, string prefix)
    {
        var random = new SplitMix64(7);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
            text.Append(SomeNotes.Row($"{prefix}{i}", Today.AddDays(-1 - (i % 20)), keen, random));
        return text.ToString();
    }
}

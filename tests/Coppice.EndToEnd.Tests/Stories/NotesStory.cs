using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;
using Coppice.Server.Statistics;

namespace Coppice.EndToEnd.Tests.Stories;

public sealed class NotesStory
{
    private const int SomeRowsSetAside = 3;

    private static readonly DateTimeOffset Today = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Notes_and_outcomes_become_models_that_answer_new_notes_without_a_setting()
    {
        using var folder = new TemporaryFolder();
        var (notes, outcomes) = SomeConversations.Of(1_400, Today.AddDays(-31));
        folder.Write("notes.csv", notes);
        folder.Write("outcomes.csv", outcomes);
        folder.Write("new_notes.csv", SomeConversations.New(60, Today.AddDays(-1)));

        CoppiceResult begun = (await folder.RunAsync("init", "--from-csv", "outcomes.csv")).Exits(0);
        Assert.Contains("coppice import outcomes outcomes.csv", begun.Output);
        (await folder.RunAsync("import", "notes", "notes.csv")).Exits(0);
        (await folder.RunAsync("import", "outcomes", "outcomes.csv")).Exits(0);
        CoppiceResult trained = (await folder.RunAsync("retrain")).Exits(0);
        Assert.Equal(3, trained.OutputLines.Count(l => l.Contains("promoted 1.0", StringComparison.Ordinal)));

        PredictFileResponse answers = (await folder.RunAsync("predict", "new_notes.csv", "--json")).Exits(0).Json<PredictFileResponse>();
        Assert.Equal(["purchase", "churn", "clv"], answers.Models.Select(m => m.Model));
        Assert.Equal((60L, 60L, 180), (answers.Rows, answers.NotesKept!.Value, answers.Predictions.Count));
        Assert.True(MeanOf(answers, "purchase", keen: true) > MeanOf(answers, "purchase", keen: false) + 0.3);
        Assert.True(MeanOf(answers, "churn", keen: true) < MeanOf(answers, "churn", keen: false) - 0.2);
        Assert.True(MeanOf(answers, "clv", keen: true) > 2 * MeanOf(answers, "clv", keen: false));
        Assert.All(answers.Predictions, p => Assert.InRange(p.Reasons!.Count, 1, 3));
        Assert.Contains(answers.Predictions.SelectMany(p => p.Reasons!), r => r.Quote?.Contains("Ready to buy", StringComparison.Ordinal) == true);

        PredictFileResponse again = (await folder.RunAsync("predict", "new_notes.csv", "--json")).Exits(0).Json<PredictFileResponse>();
        Assert.Equal(0, again.NotesKept);
        Assert.Equal(1_460, (await Steps.StatsAsync(folder)).Notes);
        CoppiceResult shown = (await folder.RunAsync("customers", "show", "n0")).Exits(0);
        Assert.Contains("why purchase", shown.Output);
    }

    [Fact]
    public async Task One_table_of_notes_with_what_came_of_them_is_enough()
    {
        using var folder = new TemporaryFolder();
        var random = new SplitMix64(3);
        string rows = string.Concat(Enumerable.Range(0, 1_000).Select(i =>
        {
            bool keen = i % 2 == 0;
            string note = SomeConversations.Note($"c{i}", Today.AddDays(-(1_000 - i) / 4), keen, random);
            return $"{note.TrimEnd()},{(random.NextDouble() < (keen ? 0.85 : 0.1) ? "yes" : "no")}\n";
        }));
        folder.Write("both.csv", SomeConversations.Header.TrimEnd() + ",Purchased\n" + rows);

        (await folder.RunAsync("init", "--from-csv", "both.csv")).Exits(0);
        (await folder.RunAsync("import", "notes", "both.csv")).Exits(0);
        ImportReport outcomes = (await folder.RunAsync("import", "outcomes", "both.csv", "--json")).Exits(0).Json<ImportReport>();
        Assert.Equal((1_000, 1_000), (outcomes.RowsRead, outcomes.Imported));
        CoppiceResult trained = (await folder.RunAsync("retrain")).Exits(0);
        Assert.Contains("promoted 1.0", trained.Output);
    }

    [Fact]
    public async Task The_conversations_of_a_boutique_are_answered_from_two_files()
    {
        string notes = SharedFiles.Find("notes/notes.csv");
        string labels = SharedFiles.Find("notes/labels.csv");
        using var folder = new TemporaryFolder();
        File.Copy(notes, folder.PathOf("notes.csv"));
        File.Copy(labels, folder.PathOf("labels.csv"));
        folder.Write("new_notes.csv", string.Concat(File.ReadLines(SharedFiles.Find("notes/notes_more.csv")).Take(801).Select(l => l + "\n")));

        (await folder.RunAsync("init", "--from-csv", "labels.csv")).Exits(0);
        // Some notes, and more outcomes, lie in the future of whoever reads them today.
        CoppiceResult kept = await folder.RunAsync("import", "notes", "notes.csv");
        Assert.True(kept.ExitCode is 0 or SomeRowsSetAside, kept.ToString());
        CoppiceResult reported = await folder.RunAsync("import", "outcomes", "labels.csv");
        Assert.True(reported.ExitCode is 0 or SomeRowsSetAside, reported.ToString());
        if (reported.ExitCode == SomeRowsSetAside)
            Assert.Contains("lies in the future; today is", reported.Output);
        CoppiceResult trained = (await folder.RunAsync("retrain")).Exits(0);
        Assert.Equal(3, trained.OutputLines.Count(l => l.Contains("promoted 1.0", StringComparison.Ordinal)));

        CoppiceResult predicted = await folder.RunAsync("predict", "new_notes.csv", "--json");
        Assert.True(predicted.ExitCode is 0 or SomeRowsSetAside, predicted.ToString());
        PredictFileResponse answers = predicted.Json<PredictFileResponse>();
        Assert.Equal(3 * (answers.Rows - answers.SetAside), answers.Predictions.Count);
        Assert.Equal(answers.Rows - answers.SetAside, answers.NotesKept);
        Assert.Contains(answers.Predictions.SelectMany(p => p.Reasons!), r => r.Quote is not null);
    }

    private static double MeanOf(PredictFileResponse answers, string model, bool keen) => answers.Predictions
        .Where(p => p.Model == model && int.Parse(p.Customer.AsSpan(1)) % 2 == (keen ? 0 : 1))
        .Average(p => p.Score);
}

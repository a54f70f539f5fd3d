using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Stories;

public sealed class LabelledTableStory
{
    [Fact]
    public async Task A_table_with_a_target_becomes_a_champion_that_answers()
    {
        using var folder = new TemporaryFolder();
        folder.Write("customers.csv", SomeFiles.Table(1500));
        (await folder.RunAsync("init", "--from-csv", "customers.csv", "--target", "Churn")).Exits(0);
        CoppiceResult empty = (await folder.RunAsync("status")).Exits(0);
        Assert.Contains("no labels yet", empty.Output);

        ImportReport imported = (await folder.RunAsync("import", "labels", "customers.csv", "--json")).Exits(0).Json<ImportReport>();
        Assert.Equal((1500, 0, 1500), (imported.Imported, imported.SetAside, imported.Customers));
        CoppiceResult retrained = (await folder.RunAsync("retrain")).Exits(0);
        Assert.Contains("promoted 1.0", retrained.Output);
        Assert.DoesNotContain(" 0 ms", retrained.Output);

        ModelStatus live = Assert.Single((await folder.RunAsync("status", "--json")).Exits(0).Json<StatusResponse>().Models);
        Assert.Equal(("churn", "1.0", "auc"), (live.Model, live.Champion, live.Metric));
        Assert.InRange(live.Value!.Value, 0.8, 0.95);
        Assert.InRange(live.Promised!.Value, 0.7, live.Value.Value);
        CoppiceResult status = (await folder.RunAsync("status")).Exits(0);
        Assert.DoesNotContain("no labels yet", status.Output);
        Assert.DoesNotContain("0 events", status.Output);

        CoppiceResult versions = (await folder.RunAsync("versions", "churn", "--best", "auc")).Exits(0);
        Assert.Contains("champion", Assert.Single(versions.OutputLines, l => l.TrimStart().StartsWith("1.0 ", StringComparison.Ordinal)));
        CoppiceResult plot = (await folder.RunAsync("history", "churn", "--plot")).Exits(0);
        Assert.Contains("●", plot.Output);
        Assert.Contains("▲", plot.Output);

        CoppiceResult report = (await folder.RunAsync("report", "churn")).Exits(0);
        Assert.Contains("churn 1.0  reported in", report.Output);
        CoppiceResult verified = (await folder.RunAsync("report", "verify", "churn-1.0.html", "--audit")).Exits(0);
        Assert.Contains("not a byte has changed", verified.Output);
    }

    [Fact]
    public async Task The_champion_scores_a_file_and_what_it_said_is_recorded()
    {
        using var folder = new TemporaryFolder();
        await Steps.TrainTableAsync(folder);
        string[] lines = SomeFiles.Table(300, seed: 9).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        folder.Write("new.csv", string.Concat(lines.Select(l => l[..l.LastIndexOf(',')] + "\n")));
        CoppiceResult predicted = (await folder.RunAsync("predict", "new.csv")).Exits(0);
        Assert.Equal("customer,prediction_id,score,model,version,reasons", predicted.OutputLines[0]);
        string[][] rows = [.. predicted.OutputLines.Skip(1).Select(l => l.Split(','))];
        Assert.Equal(300, rows.Length);
        Assert.Equal(300, rows.Select(r => r[1]).Distinct().Count());
        Assert.All(rows, r => Assert.Equal(["churn", "1.0"], r[3..5]));
        double[] scores = [.. rows.Select(r => double.Parse(r[2]))];
        double[] truth = [.. lines.Skip(1).Select(l => l.EndsWith(",Yes", StringComparison.Ordinal) ? 1.0 : 0.0)];
        double said = scores.Zip(truth).Where(p => p.Second == 1).Average(p => p.First);
        double otherwise = scores.Zip(truth).Where(p => p.Second == 0).Average(p => p.First);
        Assert.True(said > otherwise + 0.2, $"those who churned scored {said:F3}, the others {otherwise:F3}");
        Assert.Equal(300, (await Steps.StatsAsync(folder)).Predictions);
    }

    [Fact]
    public async Task A_comparison_that_has_nothing_to_compare_says_so_and_is_no_failure()
    {
        using var folder = new TemporaryFolder();
        await Steps.TrainTableAsync(folder);

        CoppiceResult compared = (await folder.RunAsync("retrain", "churn", "--strategy", "compare")).Exits(0);

        Assert.Contains("churn  nothing compared\n  There is no other version yet to hold 1.0 against.\n", compared.Output);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        await Steps.ImportTableAsync(folder);
        StatsResponse before = await Steps.StatsAsync(folder);

        ImportReport again = (await folder.RunAsync("import", "labels", "customers.csv", "--json")).Exits(0).Json<ImportReport>();

        Assert.Contains("this very file was imported on", Assert.Single(again.Findings).Sentence, StringComparison.Ordinal);
        Assert.Equal((0, 1500, 0), (again.Imported, again.AlreadyKnown, again.Customers));
        Assert.Equivalent(before with { DatabaseBytes = 0 }, await Steps.StatsAsync(folder) with { DatabaseBytes = 0 });
    }

    [Fact]
    public async Task The_same_data_makes_the_same_bytes_in_another_workspace()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        await Steps.TrainTableAsync(first);
        await Steps.TrainTableAsync(second);
        const string Hashes = "SELECT model_hash || pipeline_hash || core_hash FROM versions";
        using var one = new WorkspaceFile(first);
        using var other = new WorkspaceFile(second);
        Assert.Single(one.Column(Hashes));
        Assert.Equal(one.Column(Hashes), other.Column(Hashes));
        Assert.Equal(one.Column("SELECT content_hash FROM training_sets"), other.Column("SELECT content_hash FROM training_sets"));
    }
}

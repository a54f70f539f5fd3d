using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Stories;

/// <summary>A table whose definition file names a recipe that hardly learns: tuning finds a better one, and it stays until it is forgotten.</summary>
public sealed class TuningStory
{
    [Fact]
    public async Task A_better_recipe_is_found_judged_kept_and_forgotten()
    {
        using var folder = new TemporaryFolder();
        await ImportAsync(folder);

        CoppiceResult tuned = (await folder.RunAsync("tune", "--fits", "45", "--seed", "5")).Exits(0);
        Assert.Contains("churn  search: ", tuned.Output);
        Assert.Contains("in use", tuned.Output);
        Assert.Contains("better than the present one by", tuned.Output);
        Assert.Contains("promoted 1.0", tuned.Output);
        Assert.Contains("coppice tune churn --forget", tuned.Output);
        Assert.Contains("churn is learnt with a tuned recipe", (await folder.RunAsync("status")).Exits(0).Output);
        Assert.Contains("full, tuned", (await folder.RunAsync("versions", "churn")).Exits(0).Output);

        RunResponse again = (await folder.RunAsync("retrain", "--strategy", "full", "--json")).Exits(0).Json<RunResponse>();
        using (var file = new WorkspaceFile(folder))
        {
            Assert.Equal(["tuned", "tuned"], file.Column("SELECT learner FROM versions ORDER BY id"));
            Assert.Equal(["1"], file.Column("SELECT COUNT(*) FROM tunings WHERE recipe IS NOT NULL AND forgotten_at IS NULL"));
        }

        (await folder.RunAsync("promote", "churn", again.Result!.Version, "--reason", "it has learnt from every row")).Exits(0);
        CoppiceResult forgotten = (await folder.RunAsync("tune", "churn", "--forget")).Exits(0);
        Assert.Contains("the next full retrain follows coppice.yaml again", forgotten.Output);
        (await folder.RunAsync("retrain", "--strategy", "full")).Exits(0);
        using var after = new WorkspaceFile(folder);
        Assert.Equal(["tuned", "tuned", "lazy"], after.Column("SELECT learner FROM versions ORDER BY id"));
        Assert.Contains("churn is learnt with the recipe of coppice.yaml", (await folder.RunAsync("tune", "churn", "--forget")).Exits(1).Error);
    }

    [Fact]
    public async Task Json_holds_the_run_and_the_leaderboard_and_the_same_fits_give_the_same_again()
    {
        using var folder = new TemporaryFolder();
        await ImportAsync(folder);

        TuneResult first = (await folder.RunAsync("tune", "churn", "--dry-run", "--fits", "16", "--json")).Exits(0).Json<TuneResult>();
        TuneResult second = (await folder.RunAsync("tune", "churn", "--dry-run", "--fits", "16", "--json")).Exits(0).Json<TuneResult>();

        Assert.Equal(("kept", "looked"), (first.Run.Result!.Decision, first.Run.Result.Code));
        Assert.Equal(16, first.Leaderboard!.Fits);
        Assert.Equal(first.Leaderboard.Lines.Select(l => l with { Seconds = 0 }), second.Leaderboard!.Lines.Select(l => l with { Seconds = 0 }));
        using var file = new WorkspaceFile(folder);
        Assert.Empty(file.Column("SELECT id FROM versions"));
    }

    [Fact]
    public async Task An_interruption_ends_the_search_and_the_best_so_far_is_judged()
    {
        using var folder = new TemporaryFolder();
        await ImportAsync(folder);
        await using CoppiceProcess process = folder.Start("tune", "churn", "--minutes", "20");
        await process.WaitForLineAsync(" better · ");
        await process.InterruptAsync();

        CoppiceResult result = await process.WaitAsync();
        result.Exits(0);
        Assert.Contains("the search ends here", result.Error);
        Assert.Contains("promoted 1.0", result.Output);
    }

    [Fact]
    public async Task Too_little_data_is_said_with_what_it_takes()
    {
        using var folder = new TemporaryFolder();
        await ImportAsync(folder, rows: 200);

        CoppiceResult refused = (await folder.RunAsync("tune")).Exits(1);

        Assert.Contains("telling recipes apart needs 300 with 50 of each kind", refused.Error);
    }

    private static async Task ImportAsync(TemporaryFolder folder, int rows = 1500)
    {
        folder.Write("customers.csv", SomeFiles.Table(rows));
        (await folder.RunAsync("init", "--from-csv", "customers.csv", "--target", "Churn")).Exits(0);
        folder.Write("coppice.yaml", folder.Read("coppice.yaml")
            .Replace("learner: fast", "learner: lazy", StringComparison.Ordinal)
            .Replace("models:\n", "recipes:\n  lazy: { additive: off, boosted: { depth: 1, rounds: 3, step: 0.3 } }\n\nmodels:\n", StringComparison.Ordinal));
        (await folder.RunAsync("import", "labels", "customers.csv")).Exits(0);
    }
}

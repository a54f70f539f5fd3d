using Coppice.Client;
using Coppice.Server.Labels;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Tuning;

public class SearchRecipesTests
{
    private static readonly TuningOptions Short = new() { Minutes = 10, Seed = 7, MostFits = 20 };

    [Fact]
    public async Task The_same_fits_seed_and_rows_give_the_same_leaderboard()
    {
        using var one = await ImportedAsync();
        using var other = await ImportedAsync();

        var first = (await SearchAsync(one, Short)).Leaderboard;
        var second = (await SearchAsync(other, Short)).Leaderboard;
        var elsewhere = (await SearchAsync(other, Short with { Seed = 8 })).Leaderboard;

        Assert.Equal((20, SearchEnds.Fits), (first.Fits, first.EndedBy));
        Assert.Equal(Measured(first), Measured(second));
        Assert.NotEqual(Measured(first), Measured(elsewhere));
        Assert.Contains(first.Lines, line => line is { Rank: > 1, Gain: not null, GainHalfWidth: > 0, LossHalfWidth: > 0, Ranking: > 0.5 });
    }

    [Fact]
    public async Task A_recipe_that_learns_more_wins_over_one_that_hardly_learns()
    {
        var lazy = Recipe.Fast with { Name = "lazy", Boosted = new BoostedRecipe { Depth = 1, Rounds = 1 } };
        using var workspace = await ImportedAsync(SomeModel.Left with { Recipe = lazy });

        var result = await SearchAsync(workspace, Short);

        Assert.NotNull(result.Winner);
        Assert.Equal(("winner", 1), (result.Leaderboard.Lines[0].Standing, result.Leaderboard.Lines[0].Rank));
        Assert.True(result.Leaderboard.Lines[0].Gain > result.Leaderboard.Lines[0].GainHalfWidth);
        Assert.Equal(1, result.Leaderboard.Lines.Count(line => line.Standing.Contains("present", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Rows_that_will_judge_are_not_looked_at()
    {
        using var workspace = await ImportedAsync();
        using var turned = await ImportedAsync();
        var block = FreshBlock.First(turned.Labels(), PredictionKind.Probability).Block;
        // Every label that will judge says the opposite; had the search looked at one of them, it would have found something else.
        turned.Database.Write(session => session.Execute($"UPDATE labels SET value = 1 - value WHERE id IN ({string.Join(',', block.Select(l => l.Id))})"));

        var usual = await SearchAsync(workspace, Short);
        var opposite = await SearchAsync(turned, Short);

        Assert.NotEmpty(block);
        Assert.Equal(block.Count, FreshBlock.First(turned.Labels(), PredictionKind.Probability).Block.Count);
        Assert.Equal(Measured(usual.Leaderboard), Measured(opposite.Leaderboard));
    }

    [Fact]
    public async Task Too_few_labels_are_refused_with_what_there_is_and_what_it_takes()
    {
        using var workspace = await ImportedAsync(rows: 250);

        var refused = await Assert.ThrowsAsync<TuningException>(() => SearchAsync(workspace, Short));

        Assert.Equal(TuningCodes.TooFewLabels, refused.Code);
        Assert.Contains("300 with 50 of each kind", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guesses_do_not_make_up_for_missing_labels()
    {
        using var workspace = await ImportedAsync();
        var plan = Plan(workspace);
        plan = plan with { Rows = [.. plan.Rows.Select((label, i) => i < 200 ? label : label with { Source = LabelSource.Synthetic })] };

        var refused = await Assert.ThrowsAsync<TuningException>(() => SearchAsync(workspace, plan, Short));

        Assert.Contains("has 200 labels", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_little_time_to_measure_anything_is_said()
    {
        using var workspace = await ImportedAsync();

        var refused = await Assert.ThrowsAsync<TuningException>(() => SearchAsync(workspace, Short with { MostFits = 1 }));

        Assert.Equal(TuningCodes.NothingMeasured, refused.Code);
    }

    private static async Task<Workspace> ImportedAsync(ModelDefinition? model = null, int rows = 900)
    {
        var workspace = TrainedWorkspace.Empty(model);
        workspace.StandAt(10);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(rows, firstDay: 0, days: 10));
        await workspace.SweepAsync();
        return workspace;
    }

    private static TrainingPlan Plan(Workspace workspace) =>
        new(workspace.Model, Strategies.Full, FreshBlock.First(workspace.Labels(), PredictionKind.Probability).Training, null, null, Workspace.At(10), 42);

    private static Task<SearchResult> SearchAsync(Workspace workspace, TuningOptions options) => SearchAsync(workspace, Plan(workspace), options);

    private static Task<SearchResult> SearchAsync(Workspace workspace, TrainingPlan plan, TuningOptions options) => workspace.Get<SearchRecipes>().RunAsync(
        plan,
        1,
        options,
        static _ => { },
        static (_, _, _) => { },
        CancellationToken.None,
        TestContext.Current.CancellationToken);

    /// <summary>All of it but what depends on the machine.</summary>
    private static IEnumerable<LeaderboardLine> Measured(Leaderboard board) => board.Lines.Select(line => line with { Seconds = 0 });
}

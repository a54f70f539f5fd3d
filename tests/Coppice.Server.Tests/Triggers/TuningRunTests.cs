using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Models;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Triggers;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Triggers;

public class TuningRunTests
{
    /// <summary>A few trees of one split: nearly anything else is surely better.</summary>
    private static readonly ModelDefinition Lazy = SomeModel.Left with { Recipe = Recipe.Fast with { Name = "lazy", Additive = null, Boosted = new BoostedRecipe { Depth = 1, Rounds = 3, StepSize = 0.3, ColumnShare = 1 } } };

    [Fact]
    public async Task The_winner_is_judged_like_any_challenger_and_later_retrains_follow_its_recipe()
    {
        using var workspace = await LazyChampionAsync();
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(400, firstDay: 11, days: 5, seed: 2));
        workspace.StandAt(17);

        var run = await TuneAsync(workspace);

        var result = TrainedWorkspace.Result(run);
        Assert.Equal((RunStates.Done, Strategies.Tune, TriggerNames.Tune), (run.State, run.Strategy, run.Trigger));
        Assert.Equal(("promoted", "2.0", "1.0"), (result.Decision, result.Version, result.Against));
        Assert.Equal(0, Overlap(workspace));
        var winner = Record(workspace, "2.0");
        Assert.Equal((run.Id, "tuned"), (winner.Tuning, winner.Recipe!.Name));
        Assert.Contains(winner.Recipe.Boosted!.Depth.ToString(), Board(workspace, run.Id).Lines[0].Settings, StringComparison.Ordinal);

        var next = TrainedWorkspace.Result(await workspace.RetrainAsync());
        Assert.Equal((winner.Recipe, run.Id), (Record(workspace, next.Version).Recipe, Record(workspace, next.Version).Tuning));
    }

    [Fact]
    public async Task A_rollback_takes_the_tuned_recipe_back_and_forgetting_it_does_so_without_one()
    {
        using var workspace = await TunedAsync();
        Assert.NotNull(InUse(workspace));

        await workspace.Get<ForgetTuning>().RunAsync(Lazy, workspace.ModelId, "ann", TestContext.Current.CancellationToken);

        Assert.Null(InUse(workspace));
        Assert.Equal("lazy", Record(workspace, TrainedWorkspace.Result(await workspace.RetrainAsync()).Version).Recipe!.Name);
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM audit WHERE action = 'forget_tuning' AND actor = 'ann'"));
        var twice = await Assert.ThrowsAsync<TuningException>(() => workspace.Get<ForgetTuning>().RunAsync(Lazy, workspace.ModelId, "ann", TestContext.Current.CancellationToken));
        Assert.Equal(TuningCodes.NothingTuned, twice.Code);

        using var other = await TunedAsync();
        await other.RollBackAsync();
        Assert.Null(InUse(other));
        Assert.Equal("lazy", Record(other, TrainedWorkspace.Result(await other.RetrainAsync()).Version).Recipe!.Name);
        Assert.Null(other.Database.Read(session => other.Get<AuditStore>().FindBreak(session)));
    }

    [Fact]
    public async Task The_definition_file_wins_once_it_says_something_else()
    {
        using var workspace = await TunedAsync();

        Assert.NotNull(InUse(workspace, Lazy));
        Assert.Null(InUse(workspace, Lazy with { Recipe = Recipe.Elite }));
        Assert.NotNull(InUse(workspace, Lazy with { Exclude = ["plan"] }));
    }

    [Fact]
    public async Task Without_fresh_labels_the_winner_is_held_and_a_person_may_still_promote_it()
    {
        using var workspace = await LazyChampionAsync();

        var held = TrainedWorkspace.Result(await TuneAsync(workspace));
        Assert.Equal(("held", "insufficient_labels"), (held.Decision, held.Code));
        Assert.Null(InUse(workspace));

        await workspace.PromoteAsync(held.Version, "seen enough");
        Assert.NotNull(InUse(workspace));
    }

    [Fact]
    public async Task Only_looking_trains_nothing_and_keeps_no_label_from_deciding()
    {
        using var workspace = await LazyChampionAsync();
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(400, firstDay: 11, days: 5, seed: 2));
        workspace.StandAt(17);
        long before = LastJudged(workspace);

        var run = await TuneAsync(workspace, TuningPurpose.Look);

        Assert.Equal(("kept", "looked"), (TrainedWorkspace.Result(run).Decision, TrainedWorkspace.Result(run).Code));
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM versions"));
        Assert.Equal(before, LastJudged(workspace));
        Assert.Equal("winner", Board(workspace, run.Id).Lines[0].Standing);
        Assert.Equal("1.0", workspace.Database.Read(session => workspace.Get<RunStore>().LastLearning(session, workspace.ModelId)) is { } last ? TrainedWorkspace.Result(last).Version : "");
    }

    [Fact]
    public async Task Where_nothing_is_better_nothing_is_trained()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();

        // The recipe in use is all that five fits can measure.
        var run = await TuneAsync(workspace, fits: 10);

        Assert.Equal(("kept", "no_better_recipe"), (TrainedWorkspace.Result(run).Decision, TrainedWorkspace.Result(run).Code));
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM versions"));
        Assert.Equal("winner present", Board(workspace, run.Id).Lines[0].Standing);
    }

    [Fact]
    public async Task Too_little_data_ends_the_run_with_its_reason_and_no_pause_for_the_loop()
    {
        using var workspace = TrainedWorkspace.Empty();
        workspace.StandAt(10);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(120, firstDay: 0, days: 10));

        var run = await TuneAsync(workspace);

        Assert.Equal((RunStates.Failed, TuningCodes.TooFewLabels), (run.State, run.ErrorCode));
        Assert.Null(workspace.Database.Read(session => workspace.Get<RunStore>().LastLearning(session, workspace.ModelId)));
    }

    [Fact]
    public async Task Seen_enough_lets_the_best_so_far_go_on()
    {
        using var workspace = await LazyChampionAsync();
        var (run, end) = workspace.Get<RetrainModel>().Start(Lazy, Options(TuningPurpose.Challenge, fits: null));
        var live = workspace.Get<RunBoard>().Find(run.Id)!;
        while (live.Leaderboard?.Lines[0].Standing != "winner" && !end.IsCompleted)
            await Task.Delay(20, TestContext.Current.CancellationToken);

        await live.Enough.CancelAsync();

        Assert.Equal(RunStates.Done, (await end).State);
        Assert.Equal(SearchEnds.Enough, Board(workspace, run.Id).EndedBy);
        Assert.Equal(2, workspace.Count("SELECT COUNT(*) FROM versions"));
    }

    private static Task<Workspace> LazyChampionAsync() => TrainedWorkspace.WithChampionAsync(TrainedWorkspace.Empty(Lazy));

    private static async Task<Workspace> TunedAsync()
    {
        var workspace = await LazyChampionAsync();
        await workspace.PromoteAsync(TrainedWorkspace.Result(await TuneAsync(workspace)).Version, "better on the leaderboard");
        return workspace;
    }

    private static RetrainOptions Options(TuningPurpose purpose, int? fits) =>
        new(Strategies.Tune, TriggerNames.Tune, "test", null) { Tuning = new TuningOptions { Seed = 7, MostFits = fits, Purpose = purpose } };

    private static Task<Run> TuneAsync(Workspace workspace, TuningPurpose purpose = TuningPurpose.Challenge, int fits = 24) =>
        workspace.Get<RetrainModel>().RunAsync(workspace.Model, Options(purpose, fits), TestContext.Current.CancellationToken);

    private static StoredTuning? InUse(Workspace workspace, ModelDefinition? model = null) => workspace.Database.Read(session => workspace.Get<TunedRecipes>().InUse(
        session,
        model ?? workspace.Model,
        workspace.Get<VersionStore>().Find(session, workspace.Get<Coppice.Server.Deployments.DeploymentStore>().Latest(session, workspace.ModelId)!.ToId)));

    private static VersionRecord Record(Workspace workspace, string version) => workspace.Database.Read(session => JsonSerializer.Deserialize<VersionRecord>(
        workspace.Get<VersionStore>().Find(session, workspace.ModelId, VersionNumber.Parse(version))!.Record, CoppiceJson.Options)!);

    private static Leaderboard Board(Workspace workspace, long run) => workspace.Database.Read(session =>
        JsonSerializer.Deserialize<Leaderboard>(workspace.Get<TuningStore>().Find(session, run)!.Leaderboard, CoppiceJson.Options)!);

    private static long LastJudged(Workspace workspace) => workspace.Database.Read(session => workspace.Get<RunStore>().LastLabelJudged(session, workspace.ModelId));

    /// <summary>Rows of the newest decision that the version it judged has learnt from.</summary>
    private static int Overlap(Workspace workspace) => workspace.Database.Read(session =>
    {
        var version = workspace.Get<VersionStore>().List(session, workspace.ModelId)[0];
        var learnt = workspace.Get<VersionLoader>().LoadLineage(session, version);
        return Enumerable.Range(1, 2_000).Select(i => (long)i)
            .Where(id => session.Value<long>("SELECT COUNT(*) FROM labels WHERE id = @id AND as_of > @watermark", new { id, watermark = version.Watermark }) > 0)
            .Count(learnt.Contains);
    });
}

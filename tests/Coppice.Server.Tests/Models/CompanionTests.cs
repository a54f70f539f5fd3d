using Coppice.Server.Deployments;
using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Models;
using Coppice.Server.Serving;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Models;

public sealed class CompanionTests
{
    private static readonly Recipe Swift = Recipe.Fast with { Name = "swift", Additive = null };

    [Theory]
    [InlineData(nameof(DatabaseKind.Sqlite))]
    [InlineData(nameof(DatabaseKind.Postgres))]
    public async Task A_companion_is_what_its_recipe_alone_would_have_learnt_from_the_same_rows(string kind)
    {
        using var workspace = await WithCompanionAsync(Enum.Parse<DatabaseKind>(kind));
        using var alone = await TrainedWorkspace.WithChampionAsync(TrainedWorkspace.Empty(SomeModel.Left with { Recipe = Swift }));

        var (version, quick) = Stored(workspace);
        var (expected, none) = Stored(alone);

        Assert.Null(none);
        Assert.Equal(("elite", "swift"), (version.Learner, quick!.Learner));
        Assert.NotEqual(version.ModelHash, quick.ModelHash);
        Assert.Equal((expected.ModelHash, expected.Calibration, expected.Trees), (quick.ModelHash, quick.Calibration, quick.Trees));
        Assert.Equal(Swift, quick.ReadRecord().Recipe);
    }

    [Fact]
    public async Task It_is_judged_on_the_rows_that_judged_its_version()
    {
        using var workspace = await WithCompanionAsync();
        using var alone = await TrainedWorkspace.WithChampionAsync(TrainedWorkspace.Empty(SomeModel.Left with { Recipe = Swift }));

        var report = Report(workspace);

        Assert.Equal(Report(alone).Metrics, report.Quick);
        Assert.NotEqual(report.Metrics[MetricNames.LogLoss], report.Quick![MetricNames.LogLoss]);
    }

    [Fact]
    public async Task An_update_updates_it_beside_its_version()
    {
        using var workspace = await WithCompanionAsync();
        workspace.StandAt(20);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(400, firstDay: 11, days: 8, seed: 2));

        var run = await workspace.RetrainAsync(Strategies.Refresh);

        Assert.Equal((RunStates.Done, null), (run.State, run.Error));
        var (first, quick) = Stored(workspace);
        var (second, updated) = Stored(workspace, minor: 1);
        Assert.Equal(Strategies.Refresh, second.Strategy);
        Assert.NotEqual(first.ModelHash, second.ModelHash);
        Assert.Equal(quick!.Learner, updated!.Learner);
        Assert.NotEqual(quick.ModelHash, updated.ModelHash);
    }

    [Fact]
    public async Task It_goes_live_and_back_with_its_version()
    {
        using var workspace = await WithCompanionAsync();
        workspace.AddCopy(2);
        Assert.Equal("swift", Champion(workspace).Quick!.Version.Learner);

        await workspace.PromoteAsync("2.0", "has none");
        Assert.Null(Champion(workspace).Quick);

        await workspace.RollBackAsync();
        Assert.Equal("swift", Champion(workspace).Quick!.Version.Learner);
    }

    [Fact]
    public async Task A_damaged_one_costs_the_quick_answer_and_not_the_champion()
    {
        using var workspace = await WithCompanionAsync();
        string hash = Stored(workspace).Quick!.ModelHash;
        workspace.Database.Write(session => session.Execute("UPDATE artifacts SET bytes = @bytes WHERE hash = @hash", new { hash, bytes = "x"u8.ToArray() }));
        workspace.Restart();

        Assert.Equal(("1.0", null), (Champion(workspace).Number, Champion(workspace).Quick));
    }

    [Fact]
    public async Task Its_artifacts_go_when_its_version_is_pruned()
    {
        using var workspace = await WithCompanionAsync();
        var (_, quick) = Stored(workspace);
        Assert.Equal(3, CountOf(workspace, quick!));
        for (int major = 2; major <= 2 + workspace.Definition.Versions.Keep; major++)
            workspace.AddCopy(major);
        await workspace.PromoteAsync("2.0", "second");
        await workspace.PromoteAsync("3.0", "third");
        // The best version is kept, so that it is another.
        workspace.Database.Write(session => session.Execute("UPDATE decisions SET version_id = (SELECT id FROM versions WHERE major = 2)"));

        var pruned = await workspace.Get<PruneVersions>().RunAsync(workspace.Model, workspace.ModelId, "ann", TestContext.Current.CancellationToken);

        Assert.Equal("1.0", Assert.Single(pruned).ToString());
        Assert.Equal(0, CountOf(workspace, quick!));
        Assert.Equal("3.0", Champion(workspace).Number);
    }

    private static Task<Workspace> WithCompanionAsync(DatabaseKind? kind = null) =>
        TrainedWorkspace.WithChampionAsync(TrainedWorkspace.Empty(SomeModel.Left with { Recipe = Recipe.Elite, Quick = Swift }, kind));

    private static LoadedVersion Champion(Workspace workspace) => workspace.Get<ChampionBoard>().Find(workspace.ModelId)!;

    private static (ModelVersion Version, Companion? Quick) Stored(Workspace workspace, int minor = 0) => workspace.Database.Read(session =>
    {
        var version = workspace.Get<VersionStore>().Find(session, workspace.ModelId, new VersionNumber(1, minor))!;
        return (version, workspace.Get<CompanionStore>().Find(session, version.Id));
    });

    private static DecisionReport Report(Workspace workspace) => workspace.Database.Read(session =>
        workspace.Get<DecisionStore>().OfVersion(session, workspace.Get<VersionStore>().Find(session, workspace.ModelId, new VersionNumber(1, 0))!.Id)!.ReadReport());

    private static long CountOf(Workspace workspace, Companion quick) => workspace.Database.Read(session => session.Value<long>(
        "SELECT COUNT(*) FROM artifacts WHERE hash IN (@ModelHash, @CoreHash, @GoldenHash)", quick));
}

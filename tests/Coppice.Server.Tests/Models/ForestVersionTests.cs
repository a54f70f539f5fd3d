using Coppice.Server.Learners;
using Coppice.Server.Models;
using Coppice.Server.Serving;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Models;

/// <summary>A version in which a forest votes goes through the loop like any other.</summary>
public sealed class ForestVersionTests
{
    private static readonly Recipe Alone = new() { Name = "forest", Forest = new ForestRecipe { Shards = 4, Trees = 10 } };

    [Fact]
    public async Task It_is_updated_part_by_part_promoted_and_rolled_back()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync(TrainedWorkspace.Empty(SomeModel.Left with { Recipe = Alone }));
        workspace.StandAt(20);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(400, firstDay: 11, days: 8, seed: 2));

        var run = await workspace.RetrainAsync(Strategies.Refresh);

        Assert.Equal((RunStates.Done, null), (run.State, run.Error));
        var (first, second) = (Stored(workspace, 0), Stored(workspace, 1));
        Assert.Equal((4, 4), (first.Parts.Forest.Count, second.Parts.Forest.Count));
        Assert.NotEqual(first.Version.ModelHash, second.Version.ModelHash);
        // One more where the mean of the labels has moved: a constant.
        Assert.Equal(40, first.Version.Trees);
        Assert.InRange(second.Version.Trees, 40, 41);
        Assert.Equal("10", first.Version.ReadRecord().Parameters["forest.num_parallel_tree"]);

        Assert.Equal("1.1", Champion(workspace).Number);
        workspace.AddCopy(2);
        await workspace.PromoteAsync("2.0", "to go back");
        await workspace.RollBackAsync();
        workspace.Restart();
        Assert.Equal("1.1", Champion(workspace).Number);
        Assert.NotNull(Champion(workspace).Explainer.Contributions(new([.. Champion(workspace).Pipeline.FeatureNames], new float[Champion(workspace).Pipeline.FeatureNames.Count], 1)));
    }

    private static LoadedVersion Champion(Workspace workspace) => workspace.Get<ChampionBoard>().Find(workspace.ModelId)!;

    private static (ModelVersion Version, ModelParts Parts) Stored(Workspace workspace, int minor) => workspace.Database.Read(session =>
    {
        var version = workspace.Get<VersionStore>().Find(session, workspace.ModelId, new VersionNumber(1, minor))!;
        var loader = workspace.Get<VersionLoader>();
        return (version, ModelParts.Load(loader.LoadFit(session, loader.Load(session, version)).Core));
    });
}

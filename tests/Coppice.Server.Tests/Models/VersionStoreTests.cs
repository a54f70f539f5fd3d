using Coppice.Server.Deployments;
using Coppice.Server.Models;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;

namespace Coppice.Server.Tests.Models;

public class VersionStoreTests
{
    [Fact]
    public async Task A_full_retrain_begins_a_line_and_an_update_continues_the_champion_s()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        Assert.Equal("1.0", await VersionOf(workspace, null));
        workspace.StandAt(40);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(400, firstDay: 20, days: 10, seed: 2));

        Assert.Equal("1.1", await VersionOf(workspace, Strategies.Refresh));
        var live = workspace.Database.Read(session => workspace.Get<DeploymentStore>().Latest(session, workspace.ModelId))!;
        if (workspace.Database.Read(session => workspace.Get<VersionStore>().Find(session, live.ToId))!.Number != new VersionNumber(1, 0))
            await workspace.RollBackAsync("1.0");

        Assert.Equal("1.2", await VersionOf(workspace, Strategies.Grow));
        Assert.Equal("2.0", await VersionOf(workspace, Strategies.Full));
    }

    [Fact]
    public async Task A_version_remembers_every_row_that_it_or_its_parent_saw()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        workspace.StandAt(40);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(400, firstDay: 20, days: 10, seed: 2));
        await VersionOf(workspace, Strategies.Refresh);

        var (parent, update) = workspace.Database.Read(session => (Lineage(session, new VersionNumber(1, 0)), Lineage(session, new VersionNumber(1, 1))));

        Assert.True(update.Count > parent.Count);
        Assert.Equal(parent.Count, update.CountOverlap(Enumerable.Range(0, 2_000).Select(i => (long)i).Where(parent.Contains)));

        Lineage Lineage(Server.Storage.Session session, VersionNumber number) =>
            workspace.Get<VersionLoader>().LoadLineage(session, workspace.Get<VersionStore>().Find(session, workspace.ModelId, number)!);
    }

    private static async Task<string> VersionOf(Workspace workspace, string? strategy)
    {
        if (strategy is null)
            return workspace.Database.Read(session => workspace.Get<VersionStore>().List(session, workspace.ModelId))[0].Number.ToString();
        var run = await workspace.RetrainAsync(strategy);
        Assert.Equal((RunStates.Done, null), (run.State, run.Error));
        return TrainedWorkspace.Result(run).Version;
    }
}

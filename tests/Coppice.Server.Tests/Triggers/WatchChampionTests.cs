using Coppice.Server.Deployments;
using Coppice.Server.Tests.Support;
using Coppice.Server.Triggers;

namespace Coppice.Server.Tests.Triggers;

public class WatchChampionTests
{
    [Fact]
    public async Task A_champion_that_is_surely_worse_than_the_one_before_is_rolled_back()
    {
        using var workspace = await PromotedAsync(slope: -1);
        await LabelAsync(workspace, 400);

        var line = await WatchAsync(workspace);

        Assert.NotNull(line);
        Assert.Equal((DeploymentKinds.RollBack, "coppice"), (line.Kind, line.Actor));
        Assert.Contains("2.0 broke its promise", line.Reason, StringComparison.Ordinal);
        Assert.Null(await WatchAsync(workspace));
    }

    [Fact]
    public async Task A_champion_that_is_no_worse_stays()
    {
        using var workspace = await PromotedAsync(slope: 1);
        await LabelAsync(workspace, 400);

        Assert.Null(await WatchAsync(workspace));
    }

    [Fact]
    public async Task A_champion_that_is_better_stays()
    {
        using var workspace = await PromotedAsync(slope: -1);
        await workspace.RollBackAsync();
        workspace.AddCopy(3);
        await workspace.PromoteAsync("2.0", "worse");
        await workspace.PromoteAsync("3.0", "as good as the first");
        await LabelAsync(workspace, 400);

        Assert.Null(await WatchAsync(workspace));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task A_handful_of_labels_accuses_nobody(int labels)
    {
        using var workspace = await PromotedAsync(slope: -1);
        if (labels > 0)
            await LabelAsync(workspace, labels);

        Assert.Null(await WatchAsync(workspace));
    }

    [Fact]
    public async Task The_first_champion_has_nobody_to_return_to()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        await LabelAsync(workspace, 400);

        Assert.Null(await WatchAsync(workspace));
    }

    private static async Task<Workspace> PromotedAsync(double slope)
    {
        var workspace = await TrainedWorkspace.WithChampionAsync();
        workspace.AddCopy(2, slope);
        workspace.StandAt(11);
        await workspace.PromoteAsync("2.0", "to be watched");
        return workspace;
    }

    private static async Task LabelAsync(Workspace workspace, int rows)
    {
        workspace.StandAt(40);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(rows, firstDay: 20, days: 10, seed: 4));
        await workspace.SweepAsync();
    }

    private static Task<Deployment?> WatchAsync(Workspace workspace) =>
        workspace.Get<WatchChampion>().RunAsync(workspace.Model, workspace.ModelId, TestContext.Current.CancellationToken);
}

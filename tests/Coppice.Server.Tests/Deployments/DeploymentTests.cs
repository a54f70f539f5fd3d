using Coppice.Server.Audit;
using Coppice.Server.Deployments;
using Coppice.Server.Serving;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Deployments;

public class DeploymentTests
{
    [Fact]
    public async Task The_journal_says_what_was_live_at_any_time()
    {
        using var workspace = await ThreeChampionsAsync();
        workspace.StandAt(40);
        await workspace.RollBackAsync();

        Assert.Null(LiveAt(workspace, 9.9));
        Assert.Equal("1.0", LiveAt(workspace, 10));
        Assert.Equal("1.0", LiveAt(workspace, 19.9));
        Assert.Equal("2.0", LiveAt(workspace, 20));
        Assert.Equal("3.0", LiveAt(workspace, 39.9));
        Assert.Equal("2.0", LiveAt(workspace, 40));
        Assert.Equal(
            [("rollback", "3.0", "2.0"), ("promotion", "2.0", "3.0"), ("promotion", "1.0", "2.0"), ("promotion", null, "1.0")],
            workspace.Get<DeploymentJournal>().Read("left", workspace.ModelId, null).Select(l => (l.Kind, l.From, l.To)));
        Assert.Null(workspace.Database.Read(workspace.Get<AuditStore>().FindBreak));
    }

    [Fact]
    public async Task Each_rollback_goes_one_champion_back_until_there_is_none()
    {
        using var workspace = await ThreeChampionsAsync();

        await workspace.RollBackAsync();
        Assert.Equal("2.0", Champion(workspace));
        await workspace.RollBackAsync();
        Assert.Equal("1.0", Champion(workspace));

        var refused = await Assert.ThrowsAsync<DeploymentException>(() => workspace.RollBackAsync());
        Assert.Equal(DeploymentCodes.NothingBefore, refused.Code);
        Assert.Equal("1.0", Champion(workspace));
    }

    [Fact]
    public async Task A_rollback_to_a_named_version_goes_there_at_once()
    {
        using var workspace = await ThreeChampionsAsync();

        await workspace.RollBackAsync("1.0");
        Assert.Equal("1.0", Champion(workspace));
        Assert.Equal(DeploymentCodes.NothingBefore, (await Assert.ThrowsAsync<DeploymentException>(() => workspace.RollBackAsync())).Code);

        await workspace.PromoteAsync("3.0", "again");
        await workspace.RollBackAsync();
        Assert.Equal("1.0", Champion(workspace));
    }

    [Fact]
    public async Task A_person_says_why_what_the_gates_did_not_pass_is_promoted()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        workspace.AddCopy(2);

        foreach (string? nothing in new[] { null, "", "  " })
            Assert.Equal(DeploymentCodes.ReasonNeeded, (await Assert.ThrowsAsync<DeploymentException>(() => workspace.PromoteAsync("2.0", nothing))).Code);
        Assert.Equal("1.0", Champion(workspace));

        var line = await workspace.PromoteAsync("2.0", "the shop has changed");
        Assert.Equal(("ann", "the shop has changed", 1L), (line.Actor, line.Reason, line.Superior));
        Assert.Equal("2.0", Champion(workspace));
    }

    [Fact]
    public async Task What_cannot_be_changed_is_refused_with_its_code()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();

        Assert.Equal(DeploymentCodes.UnknownVersion, (await Assert.ThrowsAsync<DeploymentException>(() => workspace.PromoteAsync("7.0", "why not"))).Code);
        Assert.Equal(DeploymentCodes.AlreadyLive, (await Assert.ThrowsAsync<DeploymentException>(() => workspace.PromoteAsync("1.0", "again"))).Code);
        Assert.Equal(DeploymentCodes.AlreadyLive, (await Assert.ThrowsAsync<DeploymentException>(() => workspace.RollBackAsync("1.0"))).Code);
        Assert.Equal(DeploymentCodes.UnknownVersion, (await Assert.ThrowsAsync<DeploymentException>(() => workspace.RollBackAsync("7.0"))).Code);
        Assert.Single(workspace.Get<DeploymentJournal>().Read("left", workspace.ModelId, null));
    }

    [Fact]
    public async Task What_was_never_promoted_cannot_be_rolled_back()
    {
        using var workspace = TrainedWorkspace.Empty();

        Assert.Equal(DeploymentCodes.NothingBefore, (await Assert.ThrowsAsync<DeploymentException>(() => workspace.RollBackAsync())).Code);
    }

    private static async Task<Workspace> ThreeChampionsAsync()
    {
        var workspace = await TrainedWorkspace.WithChampionAsync();
        workspace.AddCopy(2);
        workspace.AddCopy(3);
        workspace.StandAt(20);
        await workspace.PromoteAsync("2.0", "first");
        workspace.StandAt(30);
        await workspace.PromoteAsync("3.0", "second");
        return workspace;
    }

    private static string? LiveAt(Workspace workspace, double day) =>
        workspace.Get<DeploymentJournal>().Read("left", workspace.ModelId, Workspace.Day(day)).SingleOrDefault()?.To;

    private static string? Champion(Workspace workspace) => workspace.Get<ChampionBoard>().Find(workspace.ModelId)?.Number;
}

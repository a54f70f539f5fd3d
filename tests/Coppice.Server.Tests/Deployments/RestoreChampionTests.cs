using Coppice.Server.Audit;
using Coppice.Server.Deployments;
using Coppice.Server.Models;
using Coppice.Server.Serving;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Deployments;

public class RestoreChampionTests
{
    [Theory]
    [InlineData("INSERT INTO artifacts (hash, bytes) SELECT 'own', bytes FROM artifacts LIMIT 1; UPDATE versions SET model_hash = 'own' WHERE major = 2", "damaged")]
    [InlineData("UPDATE versions SET model_hash = 'gone' WHERE major = 2", "no artifact")]
    [InlineData("UPDATE versions SET calibration = 'x' WHERE major = 2", "cannot answer")]
    [InlineData("UPDATE versions SET model_hash = pipeline_hash WHERE major = 2", "cannot answer")]
    public async Task A_damaged_champion_gives_way_to_the_one_before_and_the_journal_says_why(string damage, string words)
    {
        using var workspace = await PromotedAsync();
        Damage(workspace, damage);

        var champion = workspace.Get<ChampionBoard>().Find(workspace.ModelId);

        Assert.Equal("1.0", champion!.Number);
        var line = workspace.Database.Read(session => workspace.Get<DeploymentStore>().Latest(session, workspace.ModelId))!;
        Assert.Equal((DeploymentKinds.RollBack, "coppice"), (line.Kind, line.Actor));
        Assert.StartsWith("Version 2.0 cannot answer", line.Reason, StringComparison.Ordinal);
        Assert.Contains(words, line.Reason, StringComparison.Ordinal);
        Assert.Null(workspace.Database.Read(session => workspace.Get<AuditStore>().FindBreak(session)));
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM audit WHERE action = 'roll_back'"));
    }

    [Fact]
    public async Task Where_none_is_healthy_whoever_asks_is_told_and_nothing_is_written()
    {
        using var workspace = await PromotedAsync();
        Damage(workspace, "UPDATE versions SET calibration = 'x'");

        for (int i = 0; i < 2; i++)
        {
            var refused = Assert.Throws<UnusableVersionException>(() => workspace.Get<ChampionBoard>().Find(workspace.ModelId));
            Assert.Equal(UnusableVersionException.Damaged, refused.Code);
        }

        Assert.Equal(2, workspace.Count("SELECT COUNT(*) FROM deployments"));
    }

    [Fact]
    public async Task A_damaged_version_is_not_promoted_and_not_returned_to()
    {
        using var workspace = await PromotedAsync();
        Damage(workspace, "UPDATE versions SET calibration = 'x' WHERE major = 1");

        await Assert.ThrowsAsync<UnusableVersionException>(() => workspace.PromoteAsync("1.0", "again"));
        await Assert.ThrowsAsync<UnusableVersionException>(() => workspace.RollBackAsync());

        Assert.Equal("2.0", workspace.Get<ChampionBoard>().Find(workspace.ModelId)!.Number);
    }

    [Fact]
    public async Task A_healthy_champion_stays()
    {
        using var workspace = await PromotedAsync();

        Assert.Null(await workspace.Get<RestoreChampion>().RunAsync(workspace.ModelId, TestContext.Current.CancellationToken));
    }

    private static async Task<Workspace> PromotedAsync()
    {
        var workspace = await TrainedWorkspace.WithChampionAsync();
        workspace.AddCopy(2);
        await workspace.PromoteAsync("2.0", "newer");
        return workspace;
    }

    /// <summary>Damages what is stored while no process has it in memory.</summary>
    private static void Damage(Workspace workspace, string sql)
    {
        workspace.Database.Write(session => session.Execute(sql));
        workspace.Restart();
    }
}

using Coppice.Server.Deployments;
using Coppice.Server.Gates;
using Coppice.Server.Models;
using Coppice.Server.Overview;
using Coppice.Server.Serving;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Tuning;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Deployments;

public class PruneVersionsTests
{
    [Fact]
    public async Task Old_versions_go_and_what_is_needed_stays()
    {
        using var workspace = await ManyAsync(keep: 2);
        await workspace.PromoteAsync("3.0", "third");
        await workspace.PromoteAsync("4.0", "fourth");
        await workspace.Get<PinVersion>().RunAsync(workspace.ModelId, "left", new VersionNumber(2, 0), PinState.Pinned, "ann", TestContext.Current.CancellationToken);

        // 8 and 7 are the newest, 4 is champion and anchor, 3 the one before, 2 pinned, 1 the only one that was judged and so the best.
        Assert.Equal(["6.0", "5.0"], (await PruneAsync(workspace)).Select(v => v.ToString()));
        Assert.Empty(await PruneAsync(workspace));

        Assert.Equal(8, workspace.Count("SELECT COUNT(*) FROM versions"));
        Assert.Equal("4.0", workspace.Get<ChampionBoard>().Find(workspace.ModelId)!.Number);
        Assert.Equal("3.0", await RolledBackToAsync(workspace));
    }

    [Fact]
    public async Task Artifacts_go_with_the_last_version_that_needs_them()
    {
        using var workspace = await ManyAsync(keep: 1);
        long before = workspace.Count("SELECT COUNT(*) FROM artifacts");
        workspace.Database.Write(session => session.Execute("""
            INSERT INTO artifacts (hash, bytes) VALUES ('own', 'x');
            UPDATE versions SET model_hash = 'own' WHERE major IN (6, 7);
            """));

        await PruneAsync(workspace);

        // Copies share the bytes of 1.0, which stays; the bytes of 6.0 and 7.0 go.
        Assert.Equal(before, workspace.Count("SELECT COUNT(*) FROM artifacts"));
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM artifacts WHERE hash = 'own'"));
    }

    [Fact]
    public async Task A_pruned_version_is_listed_and_refuses_to_answer_in_one_sentence()
    {
        using var workspace = await ManyAsync(keep: 1);
        await PruneAsync(workspace);

        var list = new VersionList(
            workspace.Database,
            workspace.Get<VersionStore>(),
            workspace.Get<CompanionStore>(),
            workspace.Get<DecisionStore>(),
            workspace.Get<OverrideStore>(),
            workspace.Get<ProposalList>(),
            workspace.Get<DeploymentStore>(),
            workspace.Get<RampStore>(),
            workspace.Get<TrainingSetStore>(),
            workspace.Get<TunedRecipes>(),
            workspace.Get<ArtifactStore>());
        var listed = list.Read(workspace.Model, workspace.ModelId, null);
        Assert.Equal(["candidate", "pruned", "pruned", "pruned", "pruned", "pruned", "pruned", "champion"], listed.Select(v => v.Role));
        var refused = await Assert.ThrowsAsync<UnusableVersionException>(() => workspace.RollBackAsync("5.0"));
        Assert.Equal(UnusableVersionException.Pruned, refused.Code);
        Assert.StartsWith("Version 5.0 was pruned on 2026-01-13", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnusableVersionException>(() => workspace.PromoteAsync("5.0", "again"));
        await Assert.ThrowsAsync<UnusableVersionException>(() =>
            workspace.Get<PinVersion>().RunAsync(workspace.ModelId, "left", new VersionNumber(5, 0), PinState.Pinned, "ann", TestContext.Current.CancellationToken));
    }

    private static async Task<Workspace> ManyAsync(int keep)
    {
        var workspace = await TrainedWorkspace.WithChampionAsync(new Workspace(new WorkspaceDefinition
        {
            Name = "test",
            Models = [SomeModel.Left],
            Gates = GateSettings.Of(GatePreset.Eager),
            Versions = new VersionOptions { Keep = keep },
        }));
        for (int major = 2; major <= 8; major++)
            workspace.AddCopy(major);
        workspace.StandAt(12);
        return workspace;
    }

    private static Task<IReadOnlyList<VersionNumber>> PruneAsync(Workspace workspace) =>
        workspace.Get<PruneVersions>().RunAsync(workspace.Model, workspace.ModelId, "ann", TestContext.Current.CancellationToken);

    private static async Task<string> RolledBackToAsync(Workspace workspace)
    {
        await workspace.RollBackAsync();
        return workspace.Get<ChampionBoard>().Find(workspace.ModelId)!.Number;
    }
}

using System.Text;
using Coppice.Server.Deployments;
using Coppice.Server.Gates;
using Coppice.Server.Models;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Triggers.Repairs;

namespace Coppice.Server.Tests.Triggers;

public class RepairRunTests
{
    [Fact]
    public async Task A_change_of_level_is_repaired_by_a_new_calibration_and_nothing_dearer_is_tried()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        // Twice as many leave as usage alone would make. The first rows of that world decide about a version that is taken back, and may then be learnt from.
        workspace.StandAt(17);
        await workspace.ImportLabelsAsync(Rows(600, firstDay: 11, seed: 2));
        if (TrainedWorkspace.Result(await workspace.RetrainAsync()).Decision == "promoted")
            await workspace.RollBackAsync("1.0");
        workspace.StandAt(24);
        await workspace.ImportLabelsAsync(Rows(600, firstDay: 18, seed: 3));

        var run = await workspace.RetrainAsync(Strategies.Repair);

        var result = TrainedWorkspace.Result(run);
        Assert.Equal((RunStates.Done, Strategies.Repair), (run.State, run.Strategy));
        Assert.Equal(("promoted", "1.1", "1.0"), (result.Decision, result.Version, result.Against));
        Assert.Equal(
            ["recalibrate chosen", "threshold left_out", "leaves not_needed", "trees not_needed", "full not_needed", "tune left_out"],
            result.Repair!.Select(rung => $"{rung.Rung} {rung.Verdict}"));
        Assert.True(result.Repair![0].Comparison is { Metric: "log_loss", Improvement: > 0 });

        var (first, second) = (Find(workspace, 1, 0), Find(workspace, 1, 1));
        Assert.Equal((first.ModelHash, first.CoreHash, first.Id), (second.ModelHash, second.CoreHash, second.ParentId));
        Assert.NotEqual(first.Calibration, second.Calibration);
        Assert.Equal(Strategies.Recalibrate, second.Strategy);
        Assert.Equal(result.Repair, workspace.Database.Read(session => workspace.Get<DecisionStore>().OfVersion(session, second.Id))!.ReadReport().Repair);
        Assert.Equal("Repair tried: recalibrated, enough so far.", Standing(workspace));
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM run_progress WHERE text LIKE 'recalibrate: log-loss%'"));
    }

    [Fact]
    public async Task Without_labels_to_judge_by_one_rung_says_so_for_all()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();

        var result = TrainedWorkspace.Result(await workspace.RetrainAsync(Strategies.Repair));

        Assert.Equal(("held", "insufficient_labels"), (result.Decision, result.Code));
        Assert.Equal(1, result.Repair!.Count(rung => rung.Verdict == "held"));
        Assert.Equal("Repair tried: nothing was enough, 1.0 stays.", Standing(workspace));
    }

    private static string? Standing(Workspace workspace) => workspace.Database.Read(session =>
    {
        var line = workspace.Get<DeploymentStore>().Latest(session, workspace.ModelId)!;
        return workspace.Get<RepairStanding>().Read(session, workspace.ModelId, workspace.Get<VersionStore>().Find(session, line.ToId)!, line);
    });

    private static ModelVersion Find(Workspace workspace, int major, int minor) =>
        workspace.Database.Read(session => workspace.Get<VersionStore>().Find(session, workspace.ModelId, new VersionNumber(major, minor)))!;

    private static string Rows(int count, int firstDay, ulong seed)
    {
        var random = new SplitMix64(seed);
        var text = new StringBuilder("customer,date,usage,plan,left\n");
        for (int i = 0; i < count; i++)
        {
            double usage = 10 * random.NextDouble();
            bool left = random.NextDouble() < 1 / (1 + Math.Exp(usage - 6.5));
            text.Append($"d{firstDay}-{i},{Workspace.Day(firstDay + (i % 5)):yyyy-MM-dd},{usage:0.000},{(random.NextBelow(2) == 0 ? "basic" : "gold")},{(left ? "Yes" : "No")}\n");
        }

        return text.ToString();
    }
}

using Coppice.Server.Models;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Triggers;

namespace Coppice.Server.Tests.Training;

public class TrainModelTests
{
    [Fact]
    public async Task The_same_rows_give_the_same_bytes()
    {
        using var one = await TrainedWorkspace.WithChampionAsync();
        using var other = await TrainedWorkspace.WithChampionAsync();

        var (first, firstSet) = Read(one);
        var (second, secondSet) = Read(other);

        Assert.Equal(first.ModelHash, second.ModelHash);
        Assert.Equal(first.PipelineHash, second.PipelineHash);
        Assert.Equal(first.Calibration, second.Calibration);
        Assert.Equal(firstSet, secondSet);
        var quality = one.Database.Read(session => one.Get<TrainingSetStore>().FindQuality(session, first.TrainingSetId))!;
        Assert.Equal((firstSet!.Value.Rows, 0), (quality.Figures.Rows, quality.Findings.Count));
    }

    [Fact]
    public async Task Rows_of_one_kind_only_are_refused()
    {
        await AssertRefusedAsync(TrainingCodes.OneClass, "all", TrainedWorkspace.Rows(300, 0, 10).Replace(",Yes", ",No", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Five_rows_are_refused()
    {
        await AssertRefusedAsync(TrainingCodes.TooFewLabels, "at least 50", TrainedWorkspace.Rows(5, 0, 5));
    }

    [Fact]
    public async Task A_column_that_holds_the_outcome_stops_the_run_and_is_named()
    {
        string rows = TrainedWorkspace.Rows(600, 0, 10)
            .Replace(",left\n", ",left,refund\n", StringComparison.Ordinal)
            .Replace(",Yes\n", ",Yes,12\n", StringComparison.Ordinal)
            .Replace(",No\n", ",No,0\n", StringComparison.Ordinal);

        await AssertRefusedAsync(TrainingCodes.Leak, "refund", rows);
    }

    [Fact]
    public async Task Rows_without_a_single_input_are_refused_with_the_reason()
    {
        string rows = string.Join('\n', TrainedWorkspace.Rows(300, 0, 10).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(','))
            .Select((cells, i) => $"{cells[0]},{cells[1]},{(i == 0 ? "country" : "FR")},{cells[4]}"));

        await AssertRefusedAsync(TrainingCodes.NoFeatures, "country: always the same", rows);
    }

    [Fact]
    public async Task A_run_cancelled_on_its_way_leaves_no_version_and_the_next_one_runs()
    {
        using var workspace = TrainedWorkspace.Empty();
        workspace.StandAt(10);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(600, 0, 10));
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        var run = await workspace.Get<RetrainModel>().RunAsync(workspace.Model, new RetrainOptions(Strategies.Full, TriggerNames.Manual, "test", null), cancellation.Token);

        Assert.Equal(RunStates.Cancelled, run.State);
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM versions"));
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM artifacts"));
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM runs WHERE state = 'cancelled'"));
        Assert.Equal(RunStates.Done, (await workspace.RetrainAsync()).State);
    }

    [Fact]
    public async Task One_model_learns_one_thing_at_a_time()
    {
        using var workspace = TrainedWorkspace.Empty();
        workspace.StandAt(10);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(600, 0, 10));
        var options = new RetrainOptions(Strategies.Full, TriggerNames.Manual, "test", null);

        var (_, end) = workspace.Get<RetrainModel>().Start(workspace.Model, options);
        var refused = Assert.Throws<TrainingException>(() => workspace.Get<RetrainModel>().Start(workspace.Model, options));

        Assert.Equal(TrainingCodes.AlreadyRunning, refused.Code);
        Assert.Equal(RunStates.Done, (await end).State);
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM runs"));
    }

    private static async Task AssertRefusedAsync(string code, string words, string rows)
    {
        using var workspace = TrainedWorkspace.Empty();
        workspace.StandAt(10);
        await workspace.ImportLabelsAsync(rows);

        var run = await workspace.RetrainAsync();

        Assert.Equal((RunStates.Failed, code), (run.State, run.ErrorCode));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM versions"));
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM deployments"));
    }

    private static (ModelVersion Version, (long Rows, string)? Set) Read(Workspace workspace) => workspace.Database.Read(session =>
    {
        var version = workspace.Get<VersionStore>().Find(session, workspace.ModelId, new VersionNumber(1, 0))!;
        return (version, workspace.Get<TrainingSetStore>().Find(session, version.TrainingSetId));
    });
}

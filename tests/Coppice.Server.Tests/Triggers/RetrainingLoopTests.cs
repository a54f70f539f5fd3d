using Coppice.Client;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Triggers;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Triggers;

public class RetrainingLoopTests
{
    [Fact]
    public async Task The_first_labels_make_the_first_champion_and_the_next_hundred_its_first_update()
    {
        using var workspace = new Workspace(Definition() with
        {
            Schedule = new ScheduleOptions { Full = null, Incremental = null, Compare = null },
            Training = new TrainingOptions { Triggers = new TriggerOptions { Every = null } },
        });
        workspace.RunOnFrom(10);
        Assert.Empty(await workspace.TurnAsync());

        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(600, firstDay: 0, days: 10));
        var first = Assert.Single(await workspace.TurnAsync());
        Assert.Equal((RunStates.Done, TriggerNames.NewLabels, "coppice", "1.0"), (first.State, first.Trigger, first.Actor, TrainedWorkspace.Result(first).Version));
        Assert.Empty(await workspace.TurnAsync());

        workspace.RunOnFrom(20.1);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(99, firstDay: 11, days: 9, seed: 2));
        Assert.Empty(await workspace.TurnAsync());
        Assert.StartsWith("99 of 100 new labels", Status(workspace).Sentence, StringComparison.Ordinal);

        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(400, firstDay: 12, days: 8, seed: 3));
        var second = Assert.Single(await workspace.TurnAsync());
        Assert.Equal((RunStates.Done, "1.1"), (second.State, TrainedWorkspace.Result(second).Version));
        Assert.Empty(await workspace.TurnAsync());
    }

    [Fact]
    public async Task A_run_that_lacked_labels_is_not_tried_again_until_more_come()
    {
        using var workspace = TrainedWorkspace.Empty();
        workspace.RunOnFrom(10);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(200, 0, 10).Replace(",Yes", ",No", StringComparison.Ordinal));

        Assert.Equal(RunStates.Failed, Assert.Single(await workspace.TurnAsync()).State);
        workspace.RunOnFrom(10.4);
        Assert.Empty(await workspace.TurnAsync());
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(600, firstDay: 0, days: 10, seed: 5));
        Assert.Equal(RunStates.Done, Assert.Single(await workspace.TurnAsync()).State);
    }

    [Fact]
    public async Task A_small_workspace_skips_runs_that_cannot_learn_and_is_made_anew_when_as_much_has_come()
    {
        using var workspace = new Workspace(Definition() with
        {
            Schedule = new ScheduleOptions { Full = null, Incremental = null, Compare = null },
            Training = new TrainingOptions { Triggers = new TriggerOptions { NewLabels = 50, Every = null } },
        });
        workspace.RunOnFrom(10);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(450, firstDay: 0, days: 10));
        await workspace.TurnAsync();
        long structure = workspace.Count("SELECT structural_rows FROM versions");
        workspace.RunOnFrom(20);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(60, firstDay: 11, days: 6, seed: 2));

        var skipped = Assert.Single(await workspace.TurnAsync());

        Assert.Equal((RunStates.Skipped, TrainingCodes.NothingToUpdate), (skipped.State, skipped.ErrorCode));
        Assert.StartsWith($"left waits: {450 - structure} labels that 1.0 has not seen", skipped.Error, StringComparison.Ordinal);
        Assert.Equal(1, workspace.Count("SELECT COUNT(*) FROM runs WHERE state = 'skipped' AND finished_at IS NOT NULL AND last_label > 0"));
        Assert.Empty(await workspace.TurnAsync());
        Assert.StartsWith("60 of 50 new labels, but the last run had too little to learn from", Status(workspace).Sentence, StringComparison.Ordinal);

        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(60, firstDay: 12, days: 6, seed: 3));
        var full = Assert.Single(await workspace.TurnAsync());

        Assert.Equal((RunStates.Done, Strategies.Full), (full.State, full.Strategy));
    }

    [Fact]
    public async Task A_schedule_missed_while_nobody_served_is_caught_up_once()
    {
        using var workspace = new Workspace(Definition() with { Training = new TrainingOptions { Triggers = new TriggerOptions { NewLabels = null, Every = null } } });
        workspace.RunOnFrom(10);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(600, firstDay: 0, days: 10));
        Assert.Empty(await workspace.TurnAsync());

        workspace.RunOnFrom(30);
        var run = Assert.Single(await workspace.TurnAsync());

        Assert.Equal((TriggerNames.Schedule, Strategies.Full, RunStates.Done), (run.Trigger, run.Strategy, run.State));
        Assert.All(await workspace.TurnAsync(), r => Assert.Equal(Strategies.Compare, r.Strategy));
        Assert.Empty(await workspace.TurnAsync());
        Assert.Equal(["incremental", "full", "compare", "prune"], Status(workspace).Schedules.Select(s => s.Name));
    }

    [Fact]
    public async Task Turned_off_nothing_starts_but_labels_go_on_maturing_and_it_stays_off()
    {
        using var workspace = TrainedWorkspace.Empty();
        workspace.RunOnFrom(10);
        workspace.Get<RetrainingSwitch>().TurnOff("ann");
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(600, firstDay: 0, days: 10));

        Assert.Empty(await workspace.TurnAsync());

        Assert.Equal(600, workspace.Count("SELECT COUNT(*) FROM labels"));
        var status = workspace.Get<RetrainingReport>().Read();
        Assert.False(status.On);
        Assert.StartsWith("stopped by ann", status.Sentence, StringComparison.Ordinal);
        Assert.Equal("off", Status(workspace).State);

        workspace.Get<RetrainingSwitch>().TurnOn("ann");
        Assert.Single(await workspace.TurnAsync());
    }

    [Fact]
    public async Task What_fails_for_one_model_is_said_and_does_not_stop_the_others()
    {
        // Only a file takes a text for a time.
        using var workspace = new Workspace(Definition() with { Models = [SomeModel.Purchase, SomeModel.Left] }, DatabaseKind.Sqlite);
        workspace.RunOnFrom(10);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(600, firstDay: 0, days: 10));
        long id = workspace.ModelId;
        workspace.Database.Write(session => session.Execute(
            "INSERT INTO schedules (model_id, name, cron, zone, next_due) VALUES (@id, 'full', '0 2 * * SUN', 'UTC', 'a time that is none')", new { id }));

        var run = Assert.Single(await workspace.TurnAsync());

        Assert.Equal(RunStates.Done, run.State);
        var failing = workspace.Get<LoopHealth>().Find("purchase");
        Assert.NotNull(failing);
        Assert.Equal(1, failing.Times);
        await workspace.TurnAsync();
        Assert.Equal(1, workspace.Get<LoopHealth>().Find("purchase")!.Times);
    }

    [Fact]
    public async Task Runs_of_several_models_take_turns_where_one_may_learn_at_once()
    {
        using var workspace = new Workspace(Definition() with { Models = [SomeModel.Left, SomeModel.Left with { Name = "other" }], Training = new TrainingOptions { AtOnce = 1 } });
        workspace.RunOnFrom(10);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(600, firstDay: 0, days: 10));

        var runs = await workspace.TurnAsync();

        Assert.Equal(["left", "other"], runs.Select(r => r.ModelId == workspace.ModelId ? "left" : "other"));
        Assert.All(runs, r => Assert.Equal(RunStates.Done, r.State));
        Assert.True(Began(runs[1]) >= runs[0].FinishedAt!.Value || Began(runs[0]) >= runs[1].FinishedAt!.Value);

        DateTimeOffset Began(Run run) => workspace.Database.Read(session => workspace.Get<RunLogStore>().List(session, run.Id))[0].At;
    }

    [Fact]
    public async Task A_run_that_takes_longer_than_allowed_is_stopped_and_the_champion_stays()
    {
        using var workspace = new Workspace(Definition() with { Training = new TrainingOptions { MaxTime = TimeSpan.FromMilliseconds(1) } });
        workspace.RunOnFrom(10);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(2_000, firstDay: 0, days: 10));

        var run = Assert.Single(await workspace.TurnAsync());

        Assert.Equal((RunStates.Failed, TrainingCodes.TookTooLong), (run.State, run.ErrorCode));
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM versions"));
    }

    [Fact]
    public async Task A_run_keeps_a_log_that_ends_with_its_decision()
    {
        using var workspace = TrainedWorkspace.Empty();
        workspace.RunOnFrom(10);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(600, firstDay: 0, days: 10));

        var run = Assert.Single(await workspace.TurnAsync());

        var log = workspace.Database.Read(session => workspace.Get<RunLogStore>().List(session, run.Id));
        Assert.Equal(["labels", "read", "fit"], log.Take(3).Select(l => l.Text.Split(':')[0]));
        Assert.Equal(TrainedWorkspace.Result(run).Sentence, log[^1].Text);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(i => (long)i), log.Select(l => l.Line));
    }

    [Fact]
    public async Task A_comparison_says_who_is_better_and_changes_nothing()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        workspace.AddCopy(2, slope: -1);
        workspace.StandAt(11);
        await workspace.PromoteAsync("2.0", "to be compared");
        workspace.StandAt(40);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(400, firstDay: 20, days: 10, seed: 4));
        await workspace.SweepAsync();

        var run = await workspace.RetrainAsync(Strategies.Compare);

        Assert.Equal(RunStates.Done, run.State);
        var result = TrainedWorkspace.Result(run);
        Assert.Equal(("2.0", "1.0", "compared", "surpassed", 400), (result.Version, result.Against, result.Decision, result.Code, result.BlockRows));
        Assert.Equal(["1.0"], result.Rivals!.Select(r => r.Version));
        Assert.Contains("1.0 is better than 2.0", result.Sentence, StringComparison.Ordinal);
        Assert.Equal(2, workspace.Count("SELECT COUNT(*) FROM deployments"));
        Assert.Equal(2, workspace.Count("SELECT COUNT(*) FROM versions"));
    }

    [Fact]
    public async Task A_comparison_with_no_label_that_all_are_new_to_ends_well_and_says_so()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();

        var alone = TrainedWorkspace.Result(await workspace.RetrainAsync(Strategies.Compare));
        Assert.Equal(("compared", "not_enough_data", "There is no other version yet to hold 1.0 against."), (alone.Decision, alone.Code, alone.Sentence));

        workspace.AddCopy(2);
        var run = await workspace.RetrainAsync(Strategies.Compare);

        Assert.Equal((RunStates.Done, null), (run.State, run.ErrorCode));
        var result = TrainedWorkspace.Result(run);
        Assert.Equal(("1.0", null, "compared", "not_enough_data", 0), (result.Version, result.Against, result.Decision, result.Code, result.BlockRows));
        Assert.Equal("Nothing could be compared yet: no label is newer than what 1.0 and 2.0 have learnt from, and a comparison needs 30. 1.0 stays.", result.Sentence);
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM runs WHERE state = 'failed'"));
    }

    private static WorkspaceDefinition Definition() => new() { Name = "test", Models = [SomeModel.Left], Gates = GateSettings.Of(GatePreset.Eager) };

    private static ModelRetraining Status(Workspace workspace) => workspace.Get<RetrainingReport>().Read().Models[0];
}

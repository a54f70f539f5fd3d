using Coppice.Client;
using Coppice.Server.Gates;
using Coppice.Server.Schedules;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Triggers;
using Coppice.Server.Triggers.Repairs;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Triggers;

public class TriggersTests
{
    private static readonly DateTimeOffset Now = Workspace.Day(100);

    private static readonly TriggerFacts Quiet = new(SomeModel.Left, new TriggerOptions(), Now, Workspace.Day(50), 0, 0, Ended(RunStates.Done, hoursAgo: 2), [], null);

    [Theory]
    [InlineData(99, TriggerState.Waiting)]
    [InlineData(100, TriggerState.Due)]
    public void A_hundred_new_labels_are_a_reason(long labels, TriggerState expected)
    {
        var answer = new NewLabelsTrigger().Ask(Quiet with { NewLabels = labels, LabelsSinceLastRun = labels });

        Assert.Equal((expected, $"{labels} of 100 new labels"), (answer.State, answer.Sentence));
    }

    [Theory]
    [InlineData(TrainingCodes.TooFewLabels, 0, 100, TriggerState.Waiting)]
    [InlineData(TrainingCodes.OneClass, 99, 100, TriggerState.Waiting)]
    [InlineData(TrainingCodes.OneClass, 100, 0.1, TriggerState.Due)]
    [InlineData("COP-TRAIN-000", 0, 0.9, TriggerState.Waiting)]
    [InlineData("COP-TRAIN-000", 0, 1.1, TriggerState.Due)]
    [InlineData("COP-TRAIN-000", 100, 0.1, TriggerState.Due)]
    public void A_failed_run_is_not_tried_again_on_the_same_labels(string code, long since, double hoursAgo, TriggerState expected)
    {
        var facts = Quiet with { NewLabels = 500, LabelsSinceLastRun = since, LastRun = Ended(RunStates.Failed, hoursAgo, code) };

        Assert.Equal(expected, new NewLabelsTrigger().Ask(facts).State);
    }

    [Theory]
    [InlineData(99, TriggerState.Waiting, "500 of 100 new labels, but the last run had too little to learn from; 99 of 100 since then")]
    [InlineData(100, TriggerState.Due, "500 of 100 new labels")]
    public void A_skipped_run_waits_for_as_many_labels_again(long since, TriggerState expected, string sentence)
    {
        var facts = Quiet with { NewLabels = 500, LabelsSinceLastRun = since, LastRun = Ended(RunStates.Skipped, hoursAgo: 100, TrainingCodes.NothingToUpdate) };

        var answer = new NewLabelsTrigger().Ask(facts);

        Assert.Equal((expected, sentence), (answer.State, answer.Sentence));
    }

    [Theory]
    [InlineData("errors", null, 8, 5, TriggerState.Due)]
    [InlineData("labels", 0.1, 8, 5, TriggerState.Due)]
    [InlineData("inputs", 0.31, 8, 5, TriggerState.Due)]
    [InlineData("inputs", 0.29, 8, 5, TriggerState.Waiting)]
    [InlineData("scores", 0.9, 8, 5, TriggerState.Waiting)]
    [InlineData("errors", null, 6.9, 5, TriggerState.Waiting)]
    [InlineData("errors", null, 8, 0, TriggerState.Waiting)]
    public void Drift_is_a_reason_for_a_repair_where_the_last_is_a_week_ago(string view, double? measured, double daysAgo, long labels, TriggerState expected)
    {
        var drifted = new DriftView(view, "drifted", "COP-DRIFT-001", Workspace.Day(90), "it differs", null, measured, 0.1, null, 600, null, null, null);
        var facts = Quiet with { Drifted = [drifted], LastFull = Now.AddDays(-daysAgo), LabelsSinceLastRun = labels, Repairs = true };

        var answer = new DriftTrigger().Ask(facts);

        Assert.Equal((expected, expected == TriggerState.Due ? Strategies.Repair : Strategies.Auto), (answer.State, answer.Strategy));
        Assert.Equal(expected == TriggerState.Due ? Strategies.Full : Strategies.Auto, new DriftTrigger().Ask(facts with { Repairs = false }).Strategy);
        Assert.StartsWith($"{view} have drifted", answer.Sentence, StringComparison.Ordinal);
        Assert.Equal(TriggerState.Off, new DriftTrigger().Ask(facts with { Options = new TriggerOptions { Drift = false } }).State);
        Assert.Equal("nothing has drifted", new DriftTrigger().Ask(Quiet).Sentence);
    }

    [Theory]
    [InlineData(DecisionOutcome.Hold, 999, null, TriggerState.Waiting, "labels have drifted; the last repair could not be decided on 500 labels; 999 of 1,000 are there for another")]
    [InlineData(DecisionOutcome.Hold, 1_000, null, TriggerState.Due, "labels have drifted since")]
    [InlineData(DecisionOutcome.Reject, 200, null, TriggerState.Due, "labels have drifted since")]
    [InlineData(DecisionOutcome.Reject, 200, "37 of 100 positive labels that a decision needs", TriggerState.Waiting, "labels have drifted; 37 of 100 positive labels that a decision needs")]
    [InlineData(DecisionOutcome.Promote, 2_000, null, TriggerState.Waiting, "labels have drifted since 2026-04-01, which the version of 2026-04-02 has answered")]
    public void A_drift_is_repaired_once_and_not_again_before_that_can_be_judged(DecisionOutcome outcome, long fresh, string? missing, TriggerState expected, string sentence)
    {
        var drifted = new DriftView("labels", "drifted", "COP-DRIFT-003", Workspace.Day(90), "it differs", null, 0.2, 0.1, null, 600, null, null, null);
        var facts = Quiet with { Drifted = [drifted], LabelsSinceLastRun = 5, FreshLabels = fresh, Missing = missing, LastRepair = new PastRepair(Workspace.Day(91), outcome, 500) };

        var answer = new DriftTrigger().Ask(facts);

        Assert.Equal(expected, answer.State);
        Assert.StartsWith(sentence, answer.Sentence, StringComparison.Ordinal);
        Assert.Equal(TriggerState.Due, new DriftTrigger().Ask(facts with { Drifted = [drifted with { Since = Workspace.Day(92) }], LastRepair = facts.LastRepair with { Outcome = DecisionOutcome.Promote }, Missing = null }).State);
    }

    [Fact]
    public void A_broken_promise_waits_for_labels_that_can_judge_its_repair()
    {
        var facts = Quiet with { LabelsSinceLastRun = 100, Champion = new ChampionMeasure(1, "auc", 0.8, 0.7, 0.72, 400), Missing = "37 of 100 positive labels that a decision needs" };

        var answer = new PerformanceTrigger().Ask(facts);

        Assert.Equal((TriggerState.Waiting, "AUC 0.700 on 400 labels, promised 0.800; 37 of 100 positive labels that a decision needs"), (answer.State, answer.Sentence));
    }

    [Theory]
    [InlineData(23.9, 5, TriggerState.Waiting)]
    [InlineData(24.1, 5, TriggerState.Due)]
    [InlineData(24.1, 0, TriggerState.Waiting)]
    public void A_day_is_a_reason_where_it_brought_a_label(double hoursAgo, long labels, TriggerState expected) =>
        Assert.Equal(expected, new IntervalTrigger().Ask(Quiet with { LabelsSinceLastRun = labels, LastRun = Ended(RunStates.Done, hoursAgo) }).State);

    [Theory]
    [InlineData(0.80, 0.75, 0.77, 100, TriggerState.Due)]
    [InlineData(0.80, 0.75, 0.81, 100, TriggerState.Waiting)]
    [InlineData(0.80, 0.77, 0.78, 100, TriggerState.Waiting)]
    [InlineData(0.80, 0.85, 0.86, 100, TriggerState.Waiting)]
    [InlineData(0.80, 0.75, 0.77, 99, TriggerState.Waiting)]
    public void A_broken_promise_is_a_reason_where_it_is_large_sure_and_news(double promised, double achieved, double upper, long since, TriggerState expected)
    {
        var facts = Quiet with { LabelsSinceLastRun = since, Champion = new ChampionMeasure(1, "auc", promised, achieved, upper, 400) };

        Assert.Equal(expected, new PerformanceTrigger().Ask(facts).State);
        Assert.Equal(expected == TriggerState.Due ? Strategies.Repair : Strategies.Auto, new PerformanceTrigger().Ask(facts with { Repairs = true }).Strategy);
    }

    [Fact]
    public void A_full_retrain_makes_an_update_needless()
    {
        Schedule[] due = [Due("incremental", 99), Due("full", 99.5), Due("compare", 99), Due("prune", 99)];
        var facts = Quiet with { LabelsSinceLastRun = 1, Schedules = due };

        var answer = new ScheduleTrigger().Ask(facts);

        Assert.Equal((TriggerState.Due, Strategies.Full), (answer.State, answer.Strategy));
        Assert.Equal(["incremental", "full"], ScheduleTrigger.Served(due, answer.Strategy, Now).Select(s => s.Name));
    }

    [Fact]
    public void A_time_that_comes_without_a_new_label_passes()
    {
        var facts = Quiet with { Schedules = [Due("incremental", 99)] };

        Assert.Equal(TriggerState.Passed, new ScheduleTrigger().Ask(facts).State);
        Assert.Equal(TriggerState.Due, new ScheduleTrigger().Ask(facts with { Schedules = [Due("compare", 99)] }).State);
        Assert.Equal(TriggerState.Waiting, new ScheduleTrigger().Ask(facts with { Schedules = [Due("incremental", 101)] }).State);
    }

    [Fact]
    public void What_is_off_is_no_reason()
    {
        var facts = Quiet with
        {
            Options = new TriggerOptions { NewLabels = null, Every = null, PerformanceDrop = null },
            NewLabels = 1_000,
            LabelsSinceLastRun = 1_000,
            LastRun = Ended(RunStates.Done, 1_000),
            Champion = new ChampionMeasure(1, "auc", 0.9, 0.5, 0.55, 400),
        };

        Assert.All(new ITrigger[] { new NewLabelsTrigger(), new IntervalTrigger(), new PerformanceTrigger(), new ScheduleTrigger() }, t => Assert.Equal(TriggerState.Off, t.Ask(facts).State));
    }

    private static Schedule Due(string name, double day) => new(1, name, "0 0 * * *", "UTC", null, Workspace.Day(day));

    private static Run Ended(string state, double hoursAgo, string? code = null) => new()
    {
        ModelId = 1,
        Strategy = Strategies.Auto,
        Trigger = TriggerNames.NewLabels,
        Actor = "coppice",
        State = state,
        StartedAt = Now.AddHours(-hoursAgo),
        FinishedAt = Now.AddHours(-hoursAgo),
        ErrorCode = code,
    };
}

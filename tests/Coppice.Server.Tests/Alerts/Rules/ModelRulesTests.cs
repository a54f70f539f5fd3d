using Coppice.Client;
using Coppice.Server.Alerts;
using Coppice.Server.Alerts.Rules;
using Coppice.Server.Deployments;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;
using Coppice.Server.Triggers;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Alerts.Rules;

public class ModelRulesTests
{
    private static readonly ModelFacts Quiet = new() { Model = SomeModel.Purchase, Now = Workspace.Day(50), Champion = "2.0", Line = Line(DeploymentKinds.Promotion, "coppice") };

    [Theory]
    [InlineData("", "")]
    [InlineData("done failed failed", "")]
    [InlineData("failed done failed", "Notice: The last run of purchase failed: no disk")]
    [InlineData("failed skipped failed cancelled done", "Warning: The last 2 runs of purchase failed: no disk")]
    [InlineData("failed failed failed failed failed", "Critical: The last 5 runs of purchase failed: no disk")]
    public void Runs_that_fail_in_a_row_are_told(string newestFirst, string expected)
    {
        string[] states = newestFirst.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var reading = new RunsFailRule().Look(Quiet with { Runs = [.. states.Select((state, i) => RunOf(state, 20 - i))] });

        Assert.Equal(expected, reading.Finding is { } found ? $"{found.Severity}: {found.Sentence}" : "");
        if (expected.StartsWith("Critical", StringComparison.Ordinal))
            Assert.Equal((Workspace.Day(16), "20"), (reading.Finding!.Since, reading.Finding.Mark));
    }

    [Theory]
    [InlineData(DeploymentKinds.RollBack, "coppice", true)]
    [InlineData(DeploymentKinds.RollBack, "ann", false)]
    [InlineData(DeploymentKinds.Promotion, "coppice", false)]
    public void A_champion_that_Coppice_took_back_is_told(string kind, string actor, bool expected)
    {
        var reading = new RolledBackRule().Look(Quiet with { Line = Line(kind, actor) });

        Assert.Equal(expected, reading.State == AlertState.Wrong);
        if (expected)
            Assert.Equal("Coppice took purchase back to 2.0: it broke its promise.", reading.Finding!.Sentence);
    }

    [Theory]
    [InlineData("running", null, null, 0, "")]
    [InlineData("running", "COP-RAMP-005", null, 0, "Warning: purchase 2.1 takes over no further than 5.0 % of the customers: too many.")]
    [InlineData("stopped", "COP-RAMP-006", null, 60, "Warning: Coppice stopped purchase 2.1 from taking over at 5.0 % of the customers: too many.")]
    [InlineData("stopped", "COP-RAMP-006", null, 30, "")]
    [InlineData("stopped", null, "ann", 60, "")]
    [InlineData("done", null, "coppice", 60, "")]
    public void A_version_that_Coppice_kept_from_taking_over_is_told_until_the_champion_changes(string state, string? code, string? endedBy, double endedOn, string expected)
    {
        var ramp = new RampResponse("purchase", "2.1", "2.0", state, 0.05, Workspace.Day(20), [new RampStepResponse(0.05, Workspace.Day(20))])
        {
            Code = code,
            Reason = "too many",
            Holds = state == "running" && code is not null ? "too many" : null,
            EndedBy = endedBy,
            EndedAt = state == "running" ? null : Workspace.Day(endedOn),
        };

        var reading = new RampStoppedRule().Look(Quiet with { Ramp = ramp });

        Assert.Equal(expected, reading.Finding is { } found ? $"{found.Severity}: {found.Sentence}" : "");
    }

    [Theory]
    [InlineData(0.80, 0.70, 0.74, AlertState.Wrong)]
    [InlineData(0.80, 0.70, 0.81, AlertState.Fine)]
    [InlineData(0.80, 0.77, 0.79, AlertState.Fine)]
    public void A_champion_surely_below_its_promise_is_told(double promised, double achieved, double upper, AlertState expected)
    {
        var facts = Quiet with { Measure = new ChampionMeasure(7, "auc", promised, achieved, upper, 1200) };

        var reading = new BelowPromiseRule().Look(facts);

        Assert.Equal(expected, reading.State);
        if (expected == AlertState.Wrong)
        {
            Assert.Equal("purchase 2.0 achieves AUC 0.700 on 1,200 labels; 0.800 was promised.", reading.Finding!.Sentence);
            Assert.Contains("There is no earlier version to return to.", reading.Finding.HowBad, StringComparison.Ordinal);
            Assert.Contains("No earlier version is surely better", new BelowPromiseRule().Look(facts with { Earlier = 1 }).Finding!.HowBad, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null, AlertState.Unknown)]
    [InlineData("7", AlertState.Unknown)]
    [InlineData("6", AlertState.Fine)]
    public void A_champion_nobody_has_measured_keeps_its_own_alert_and_no_other(string? mark, AlertState expected)
    {
        var open = new Dictionary<string, string>();
        if (mark is not null)
            open[AlertCodes.BelowPromise] = mark;

        Assert.Equal(expected, new BelowPromiseRule().Look(Quiet with { Open = open }).State);
    }

    [Theory]
    [InlineData("held held held", 14, true)]
    [InlineData("held held held", 13, false)]
    [InlineData("held held rejected held", 30, false)]
    [InlineData("promoted held held held", 30, false)]
    public void Challengers_held_for_weeks_are_told(string newestFirst, int days, bool expected)
    {
        string[] decisions = newestFirst.Split(' ');
        var facts = Quiet with { Decisions = [.. decisions.Select((d, i) => new DecisionFact(9 - i, Workspace.Day(50 - (i * days / 2.0)), d, "insufficient_labels"))] };

        var reading = new HeldTooLongRule().Look(facts);

        Assert.Equal(expected, reading.State == AlertState.Wrong);
        if (expected)
            Assert.Equal(("3 challengers of purchase in a row were held, the last for insufficient labels.", Workspace.Day(36)), (reading.Finding!.Sentence, reading.Finding.Since));
    }

    [Fact]
    public void Drift_is_one_alert_and_critical_once_errors_have_grown()
    {
        Assert.Equal(AlertState.Fine, new DriftedRule().Look(Quiet).State);

        var inputs = new DriftedRule().Look(Quiet with { Drifted = [View("inputs", 10)] }).Finding!;
        var both = new DriftedRule().Look(Quiet with { Drifted = [View("inputs", 10), View("errors", 8)] }).Finding!;

        Assert.Equal((AlertSeverity.Warning, "inputs", Workspace.Day(10)), (inputs.Severity, inputs.Mark, inputs.Since));
        Assert.Equal((AlertSeverity.Critical, "inputs, errors", Workspace.Day(8)), (both.Severity, both.Mark, both.Since));
    }

    [Fact]
    public void The_loop_may_fail_once_and_a_process_that_has_not_turned_it_cannot_tell()
    {
        Assert.Equal(AlertState.Unknown, Look(null, null));
        Assert.Equal(AlertState.Fine, Look(null, Workspace.Day(1)));
        Assert.Equal(AlertState.Unknown, Look(1, Workspace.Day(1)));
        Assert.Equal(AlertState.Wrong, Look(2, Workspace.Day(1)));

        static AlertState Look(int? times, DateTimeOffset? success) => new ModelLoopRule().Look(Quiet with
        {
            Loop = new LoopStanding(times is { } some ? new LoopTrouble("no disk", some, Workspace.Day(2), Workspace.Day(3)) : null, success),
        }).State;
    }

    private static Deployment Line(string kind, string actor) =>
        new() { Id = 3, ModelId = 1, Kind = kind, FromId = 6, ToId = 7, Superior = 1, Actor = actor, Reason = "it broke its promise", At = Workspace.Day(40) };

    private static Run RunOf(string state, long id) => new()
    {
        Id = id,
        ModelId = 1,
        Strategy = "full",
        Trigger = "schedule",
        Actor = "coppice",
        State = state,
        StartedAt = Workspace.Day(id),
        FinishedAt = Workspace.Day(id),
        Error = "no disk",
    };

    private static DriftView View(string view, double day) =>
        new(view, "drifted", "COP-DRIFT-001", Workspace.Day(day), "40 of 120 inputs differ", null, null, null, null, 500, null, null, null);
}

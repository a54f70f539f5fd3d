using Coppice.Client;
using Coppice.Server.Overview;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Overview;

public sealed class WeighModelTests
{
    private static readonly ModelStatus Live = new("churn", "probability", "3.1", Workspace.Day(0), "auc", .842, .011, "live_labels", .830, 118, 40, null, 4) { Rows = 1800 };

    [Theory]
    [InlineData(.842, .011, "right", "AUC .842 ±.011 on 1,800 answers that came true, .830 promised")]
    [InlineData(.825, .011, "watch", "AUC .825 ±.011 on 1,800 answers that came true, below the .830 promised, which luck may explain")]
    [InlineData(.810, .011, "wrong", "AUC .810 ±.011 on 1,800 answers that came true, surely below the .830 promised")]
    public void What_came_true_is_held_against_the_promise_with_its_band(double value, double band, string state, string sentence)
    {
        var verdict = WeighModel.Run(Live with { Value = value, HalfWidth = band }, [], [], null, null);
        Assert.Equal((state, sentence), (verdict.State, verdict.Because[0].Sentence));
    }

    [Fact]
    public void Before_answers_came_true_the_judgement_stands_and_nobody_live_is_unknown()
    {
        Assert.Equal("right", WeighModel.Run(Live with { Measured = "fresh_block" }, [], [], null, null).State);
        Assert.Equal("unknown", WeighModel.Run(Live with { Champion = null, Value = null }, [], [], null, null).State);
    }

    [Fact]
    public void What_is_expected_may_raise_a_doubt_and_never_clears_one()
    {
        ModelStatus Expecting(double value, double expected) => Live with { Value = value, Waiting = new(900, null, null, new EstimatedMetric("auc", expected, .012, 900) { Promised = .83 }) };
        Assert.Equal("watch", WeighModel.Run(Expecting(.842, .80), [], [], null, null).State);
        Assert.Equal("right", WeighModel.Run(Expecting(.842, .82), [], [], null, null).State);
        Assert.Equal("wrong", WeighModel.Run(Expecting(.81, .9), [], [], null, null).State);
    }

    [Fact]
    public void Amounts_expected_to_be_further_off_than_promised_raise_a_doubt_and_nearer_ones_clear_none()
    {
        string Told(EstimatedMetric expected, double value = .63) => WeighModel.Run(
            Live with { Metric = "top_decile_share", Value = value, Promised = .6, HalfWidth = .02, Waiting = new(900, null, null, expected) }, [], [], null, null).State;
        var off = new EstimatedMetric("rmsle", 1.34, .08, 900) { Promised = 1.25, Bias = .03 };

        Assert.Equal("watch", Told(off));
        Assert.Equal("right", Told(off with { HalfWidth = .1 }));
        Assert.Equal("right", Told(off with { Value = .9 }));
        Assert.Equal("wrong", Told(off with { Value = .9 }, value: .5));
        Assert.Equal("right", Told(off with { IsTrusted = false }));
        // An older decision recorded no such error.
        Assert.Equal("right", Told(off with { Promised = null }));
        var verdict = WeighModel.Run(Live with { Waiting = new(900, null, null, off) }, [], [], null, null);
        Assert.Equal("RMSLE 1.340 ±.080 expected on answers whose labels are to come, above the 1.250 promised", verdict.Because[0].Sentence);
    }

    [Fact]
    public void Drift_names_the_input_and_what_it_did_to_the_scores()
    {
        var input = new InputDrift("visits", "visits in 30 days", true, "wasserstein", .4, .1, .3, .2, 0, 1, 0, 0, null, 12.4, 5.2, .6, -.21, [], []);
        var inputs = View("inputs");

        var verdict = WeighModel.Run(Live, [Alert("COP-ALERT-005", "warning"), Alert("COP-ALERT-001", "critical") with { Model = "other" }], [inputs], input, null);

        Assert.Equal("watch", verdict.State);
        Assert.Equal(["drift", "quality"], verdict.Because.Select(ground => ground.What));
        Assert.Equal("inputs drifted since 2026-02-10; cause: visits in 30 days, 12.4 before and 5.2 now, which moves scores by −.21", verdict.Because[0].Sentence);
        Assert.Equal("wrong", WeighModel.Run(Live, [], [inputs, View("errors")], null, null).State);
    }

    [Fact]
    public void Alerts_and_rollbacks_count_once_and_what_comes_next_is_told()
    {
        var back = Live with { Trouble = "3.2 broke its promise", Repair = "Repair tried: recalibrated, enough so far." };
        var waits = new ModelRetraining("churn", "waiting", "118 of 200 new labels", [], [], null, null, null);

        var verdict = WeighModel.Run(back, [Alert("COP-ALERT-002", "notice")], [], null, waits);
        Assert.Equal(("right", "118 of 200 new labels"), (verdict.State, verdict.Next));
        Assert.Contains(verdict.Because, ground => ground.What == "repair");

        Assert.Equal(["rollback", "quality", "repair"], WeighModel.Run(back, [], [], null, null).Because.Select(ground => ground.What));
        Assert.Equal("wrong", WeighModel.Run(Live, [Alert("COP-ALERT-009", "critical")], [], null, null).State);
        Assert.Equal(["alert"], WeighModel.Run(Live with { Value = .825 }, [Alert("COP-ALERT-003", "warning")], [], null, null).Because.Select(ground => ground.What));
    }

    private static DriftView View(string name) => new(name, "drifted", "COP-DRIFT-001", Workspace.Day(40), "", null, null, null, null, 900, null, null, null);

    private static AlertResponse Alert(string code, string severity) =>
        new(1, code, "", "churn", severity, "it happened", Workspace.Day(0), "", "", "", 1, Workspace.Day(0), Workspace.Day(0), null, null, null, null, null);
}

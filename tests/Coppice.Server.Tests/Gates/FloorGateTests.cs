using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Gates;

public sealed class FloorGateTests
{
    [Fact]
    public void Accuracy_at_the_floor_passes()
    {
        GateVerdict found = new FloorGate(GateOptions.Strict).Judge(SomeFacts.Better with { Accuracy = 0.70 });
        Assert.Equal(GateOutcome.Passed, found.Outcome);
    }

    [Fact]
    public void Accuracy_below_the_floor_fails_and_says_by_what()
    {
        GateVerdict found = new FloorGate(GateOptions.Strict).Judge(SomeFacts.Better with { Accuracy = 0.69 });
        Assert.Equal((GateOutcome.Failed, DecisionReasons.Floor), (found.Outcome, found.Reason));
        Assert.Equal("Right in 69.0 % of 2,000 rows, below the floor of 70.0 %.", found.Sentence);
    }

    [Fact]
    public void The_lower_bound_can_be_held_against_the_floor()
    {
        GateOptions options = GateOptions.Strict with { FloorMode = FloorMode.LowerBound };
        JudgementFacts facts = SomeFacts.Better with { Accuracy = 0.71, AccuracyLowerBound = 0.693 };
        Assert.Equal(GateOutcome.Failed, new FloorGate(options).Judge(facts).Outcome);
    }

    [Fact]
    public void Amounts_that_rhythm_says_nothing_about_have_no_floor() =>
        Assert.Equal(GateOutcome.NotApplicable, new FloorGate(GateOptions.Strict).Judge(Amounts(null)).Outcome);

    [Theory]
    [InlineData(0.03, FloorMode.Point, GateOutcome.Passed, "Removes 3.0 % ±3.9 % of the error of buying rhythm alone.")]
    [InlineData(0.03, FloorMode.LowerBound, GateOutcome.Failed, "No better than buying rhythm alone, of whose error it removes 3.0 % ±3.9 %.")]
    [InlineData(0.04, FloorMode.LowerBound, GateOutcome.Passed, "Removes 4.0 % ±3.9 % of the error of buying rhythm alone.")]
    [InlineData(0, FloorMode.Point, GateOutcome.Failed, "No better than buying rhythm alone, of whose error it removes 0.0 % ±3.9 %.")]
    public void Amounts_must_beat_buying_rhythm(double skill, FloorMode mode, GateOutcome outcome, string sentence)
    {
        GateVerdict found = new FloorGate(GateOptions.Strict with { FloorMode = mode }).Judge(Amounts(MetricEstimate.Of(skill, 0.02)));

        Assert.Equal((outcome, sentence), (found.Outcome, found.Sentence));
        Assert.Equal(outcome == GateOutcome.Failed ? DecisionReasons.Floor : null, found.Reason);
    }

    private static JudgementFacts Amounts(MetricEstimate? skill) => SomeFacts.Better with { Kind = PredictionKind.Amount, RhythmSkill = skill };
}

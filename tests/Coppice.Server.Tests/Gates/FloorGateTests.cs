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
    public void Amounts_have_no_accuracy() =>
        Assert.Equal(GateOutcome.NotApplicable, new FloorGate(GateOptions.Strict).Judge(SomeFacts.Better with { Kind = PredictionKind.Amount }).Outcome);
}

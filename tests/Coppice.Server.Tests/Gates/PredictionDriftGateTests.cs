using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Gates;

public sealed class PredictionDriftGateTests
{
    [Theory]
    [InlineData(0.149, GateOutcome.Passed)]
    [InlineData(0.16, GateOutcome.Failed)]
    public void Probabilities_may_move_up_to_the_bound(double moved, GateOutcome expected)
    {
        var drift = PredictionDrift.Of(PredictionKind.Probability, [0, 1], [moved, 1 - moved]);
        Assert.Equal(expected, new PredictionDriftGate(GateOptions.Strict).Judge(SomeFacts.Better with { Drift = drift }).Outcome);
    }

    [Fact]
    public void Amounts_move_relative_to_what_both_predict()
    {
        var drift = PredictionDrift.Of(PredictionKind.Amount, [100, 300], [120, 360]);
        GateVerdict found = new PredictionDriftGate(GateOptions.Strict).Judge(SomeFacts.Better with { Kind = PredictionKind.Amount, Drift = drift });
        Assert.Equal(GateOutcome.Passed, found.Outcome);
        Assert.Equal(80.0 / 880, found.Measured!.Value, 12);
    }

    [Fact]
    public void The_sentence_says_when_the_block_stood_in_for_the_snapshot()
    {
        GateVerdict found = new PredictionDriftGate(GateOptions.Strict).Judge(SomeFacts.Better with { DriftSource = DriftSource.Block });
        Assert.Contains("rows of the block, because fewer than 1,000", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_champion_it_does_not_apply() =>
        Assert.Equal(GateOutcome.NotApplicable, new PredictionDriftGate(GateOptions.Strict).Judge(SomeFacts.First).Outcome);
}

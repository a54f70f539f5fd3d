using Coppice.Server.Gates;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Gates;

public sealed class EnoughLabelsGateTests
{
    [Fact]
    public void A_hundred_of_each_kind_are_enough()
    {
        GateVerdict found = Judge(GateOptions.Strict, rows: 200, positives: 100);
        Assert.Equal(GateOutcome.Passed, found.Outcome);
    }

    [Fact]
    public void The_scarcer_kind_decides_and_the_wait_is_estimated()
    {
        GateVerdict found = Judge(GateOptions.Strict, rows: 1760, positives: 60);
        Assert.Equal((GateOutcome.NotEnoughData, 60, 100), (found.Outcome, found.Measured, found.Bound));
        Assert.Equal("60 positive labels; a decision needs 100. About 1,174 more labels will do.", found.Sentence);
        Assert.Equal(1174, found.RowsNeeded);
    }

    [Fact]
    public void Without_a_single_positive_the_wait_is_unknown() => Assert.Null(Judge(GateOptions.Strict, rows: 500, positives: 0).RowsNeeded);

    [Fact]
    public void Presets_ask_for_fewer()
    {
        Assert.Equal(GateOutcome.Passed, Judge(GateOptions.Balanced, rows: 110, positives: 50).Outcome);
        Assert.Equal(GateOutcome.Passed, Judge(GateOptions.Eager, rows: 30, positives: 3).Outcome);
        Assert.Equal(GateOutcome.NotEnoughData, Judge(GateOptions.Eager, rows: 29, positives: 3).Outcome);
    }

    [Fact]
    public void Amounts_need_rows_and_values_above_zero()
    {
        Assert.Equal(GateOutcome.NotEnoughData, Judge(GateOptions.Strict, rows: 499, positives: 300, PredictionKind.Amount).Outcome);
        Assert.Equal(GateOutcome.NotEnoughData, Judge(GateOptions.Strict, rows: 5000, positives: 99, PredictionKind.Amount).Outcome);
        Assert.Equal(GateOutcome.Passed, Judge(GateOptions.Strict, rows: 500, positives: 500, PredictionKind.Amount).Outcome);
    }

    private static GateVerdict Judge(GateOptions options, int rows, int positives, PredictionKind kind = PredictionKind.Probability) =>
        new EnoughLabelsGate(options).Judge(SomeFacts.Better with { Kind = kind, Rows = rows, Positives = positives });
}

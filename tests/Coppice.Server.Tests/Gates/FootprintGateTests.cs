using Coppice.Server.Gates;

namespace Coppice.Server.Tests.Gates;

public sealed class FootprintGateTests
{
    [Fact]
    public void An_ordinary_version_passes_and_both_figures_are_said()
    {
        var verdict = Judge(183_000, 0.012);

        Assert.Equal(GateOutcome.Passed, verdict.Outcome);
        Assert.Equal("183 KB of 50 MB allowed; one row takes 0.012 ms of 5 ms allowed, the median of 400.", verdict.Sentence);
        // The size is nearer to its bound than the time to its own.
        Assert.Equal((183_000.0, 50_000_000.0), (verdict.Measured, verdict.Bound));
    }

    [Theory]
    [InlineData(50_000_001, 0.01, 50_000_001.0)]
    [InlineData(1_000, 5.5, 5.5)]
    public void Too_large_or_too_slow_is_rejected_by_the_figure_that_is_out_of_bounds(long bytes, double milliseconds, double measured)
    {
        var verdict = Judge(bytes, milliseconds);

        Assert.Equal((GateOutcome.Failed, DecisionReasons.Footprint, measured), (verdict.Outcome, verdict.Reason, verdict.Measured!.Value));
    }

    [Fact]
    public void Without_a_row_only_the_size_counts()
    {
        Assert.Equal(GateOutcome.Passed, Judge(1_000, null).Outcome);
        Assert.Equal(GateOutcome.Failed, Judge(60_000_000, null).Outcome);
        Assert.Equal(GateOutcome.NotApplicable, new FootprintGate(GateOptions.Strict).Judge(SomeFacts.Better).Outcome);
    }

    private static GateVerdict Judge(long bytes, double? milliseconds) => new FootprintGate(GateOptions.Strict).Judge(SomeFacts.Better with
    {
        Footprint = new Footprint(bytes, milliseconds is { } some ? TimeSpan.FromMilliseconds(some) : null, milliseconds is null ? 0 : 400),
    });
}

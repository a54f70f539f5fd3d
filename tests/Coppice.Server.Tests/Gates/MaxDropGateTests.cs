using Coppice.Server.Gates;

namespace Coppice.Server.Tests.Gates;

public sealed class MaxDropGateTests
{
    [Fact]
    public void The_metric_that_falls_most_is_held_against_the_bound()
    {
        GateVerdict found = new MaxDropGate(GateOptions.Strict).Judge(SomeFacts.Better with { CoGuard = SomeFacts.Auc(-0.048, 0.003) });
        Assert.Equal(DecisionReasons.MaxDrop, found.Reason);
        Assert.Equal("AUC is worse by 6.0 % than the champion's; 5.0 % is allowed.", found.Sentence);
    }

    [Fact]
    public void A_rise_of_a_loss_is_a_drop()
    {
        GateVerdict found = new MaxDropGate(GateOptions.Strict).Judge(SomeFacts.Better with { AgainstChampion = SomeFacts.LogLoss(-0.03, 0.004) });
        Assert.Equal(GateOutcome.Failed, found.Outcome);
        Assert.Equal(0.075, found.Measured!.Value, 12);
    }

    [Fact]
    public void A_champion_without_loss_is_compared_in_absolute_terms()
    {
        GateVerdict found = new MaxDropGate(GateOptions.Strict)
            .Judge(SomeFacts.Better with { AgainstChampion = SomeFacts.LogLoss(-0.04, 0.004, champion: 0), CoGuard = null });
        Assert.Equal((GateOutcome.Passed, 0.04), (found.Outcome, found.Measured));
    }

    [Fact]
    public void Without_champion_it_does_not_apply() =>
        Assert.Equal(GateOutcome.NotApplicable, new MaxDropGate(GateOptions.Strict).Judge(SomeFacts.First).Outcome);
}

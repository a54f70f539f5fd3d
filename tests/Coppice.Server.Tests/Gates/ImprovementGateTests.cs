using Coppice.Server.Gates;

namespace Coppice.Server.Tests.Gates;

public sealed class ImprovementGateTests
{
    [Fact]
    public void Challenger_that_only_ties_is_not_promoted()
    {
        GateVerdict found = Judge(SomeFacts.Better with { AgainstChampion = SomeFacts.LogLoss(0, 0.004) });
        Assert.Equal((GateOutcome.NotEnoughData, DecisionReasons.Inconclusive), (found.Outcome, found.Reason));
    }

    [Fact]
    public void A_hold_says_how_many_more_labels_would_settle_it()
    {
        // Resolvable 2.486 x 0.004 = 0.009944; the margin 0.004 is larger than the difference: 2000 x (2.486^2 - 1).
        GateVerdict found = Judge(SomeFacts.Better with { AgainstChampion = SomeFacts.LogLoss(0.0011, 0.004) });
        Assert.Equal((int)Math.Ceiling(2000 * ((2.486 * 2.486) - 1)), found.RowsNeeded);
        Assert.Equal(
            "log-loss 0.4 → 0.3989, better by 0.0011 ±0.0066 on 2,000 labels: not enough to tell. About 10,361 more labels would settle it.", found.Sentence);
    }

    [Fact]
    public void A_better_primary_metric_does_not_pay_for_a_lost_ranking()
    {
        GateVerdict found = Judge(SomeFacts.Better with { CoGuard = SomeFacts.Auc(-0.008, 0.003) });
        Assert.Equal(DecisionReasons.Inconclusive, found.Reason);
        Assert.Contains("AUC may have fallen", found.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Sure_but_too_small_an_improvement_needs_no_more_labels()
    {
        GateVerdict found = Judge(SomeFacts.Better with { AgainstChampion = SomeFacts.LogLoss(0.0004, 0.0001) });
        Assert.Equal(DecisionReasons.Inconclusive, found.Reason);
        Assert.Null(found.RowsNeeded);
    }

    [Fact]
    public void A_line_of_small_losses_is_stopped_by_the_anchor()
    {
        JudgementFacts facts = SomeFacts.Better with
        {
            FreshnessReason = "drift was confirmed",
            HasAnchor = true,
            AgainstChampion = SomeFacts.LogLoss(-0.0005, 0.001),
            AgainstAnchor = SomeFacts.LogLoss(-0.0045, 0.001),
        };
        Assert.Contains("worse than the anchor", Judge(facts).Sentence, StringComparison.Ordinal);
        Assert.Equal(GateOutcome.Passed, Judge(facts with { AgainstAnchor = SomeFacts.LogLoss(-0.0005, 0.001) }).Outcome);
    }

    [Fact]
    public void An_undefined_comparison_with_the_anchor_is_not_taken_for_a_pass()
    {
        JudgementFacts facts = SomeFacts.Better with
        {
            FreshnessReason = "drift was confirmed",
            HasAnchor = true,
            AgainstChampion = SomeFacts.LogLoss(0, 0.001),
            AgainstAnchor = null,
        };
        Assert.Equal(GateOutcome.NotEnoughData, Judge(facts).Outcome);
    }

    [Fact]
    public void Eager_promotes_by_the_measured_value()
    {
        var gate = new ImprovementGate(GateOptions.Eager);
        Assert.Equal(DecisionReasons.Superior, gate.Judge(SomeFacts.Better with { AgainstChampion = SomeFacts.LogLoss(0.0001, 0.01) }).Reason);
        Assert.Equal(DecisionReasons.Inferior, gate.Judge(SomeFacts.Better with { AgainstChampion = SomeFacts.LogLoss(-0.0001, 0.01) }).Reason);
    }

    [Fact]
    public void Versions_that_cannot_be_compared_are_held()
    {
        Assert.Equal(GateOutcome.NotEnoughData, Judge(SomeFacts.Better with { AgainstChampion = null }).Outcome);
        Assert.Equal(GateOutcome.NotEnoughData, Judge(SomeFacts.Better with { CoGuard = null }).Outcome);
    }

    private static GateVerdict Judge(JudgementFacts facts) => new ImprovementGate(GateOptions.Strict).Judge(facts);
}

using Coppice.Client;
using Coppice.Server.Gates;

namespace Coppice.Server.Tests.Gates;

public sealed class DataQualityGateTests
{
    private static readonly QualityFinding Blocking = new("COP-QUALITY-020", "conflicts", "blocking", null, "churn: 90 of 900 examples contradict another.");
    private static readonly QualityFinding Warning = new("COP-QUALITY-021", "one_sided", "warning", null, "churn: all labels are the same in 2026-02.");

    [Fact]
    public void Blocking_findings_reject_a_challenger_that_is_better()
    {
        var decision = DecisionRule.Of(new GateOptions()).Decide(SomeFacts.Better with { DataFindings = [Warning, Blocking] });

        Assert.Equal((DecisionOutcome.Reject, DecisionReasons.BadData), (decision.Outcome, decision.Reason));
        Assert.Equal("churn: 90 of 900 examples contradict another. (COP-QUALITY-020)", decision.Sentence);
    }

    [Fact]
    public void Warnings_pass_and_are_named()
    {
        var verdict = new DataQualityGate().Judge(SomeFacts.Better with { DataFindings = [Warning] });

        Assert.Equal((GateOutcome.Passed, "Noticed and let pass: one_sided."), (verdict.Outcome, verdict.Sentence));
        Assert.Equal(GateOutcome.Passed, new DataQualityGate().Judge(SomeFacts.Better with { DataFindings = [] }).Outcome);
        Assert.Equal(GateOutcome.NotApplicable, new DataQualityGate().Judge(SomeFacts.Better).Outcome);
    }
}

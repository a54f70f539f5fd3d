using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Tests.Statistics;
using Coppice.Server.Workspaces;
using DecisionRule = Coppice.Server.Gates.DecisionRule;

namespace Coppice.Server.Tests.Gates;

public sealed class DecisionRuleTests
{
    [Fact]
    public void Every_recorded_case_is_decided_as_recorded()
    {
        foreach (JsonElement vector in Vectors.Read("01_promotion.json", "gate_cases").EnumerateArray())
        {
            JsonElement input = vector.GetProperty("input");
            Decision found = DecisionRule.Of(OptionsOf(input)).Decide(FactsOf(input));
            string[] expected = [.. vector.GetProperty("decision").EnumerateArray().Select(word => word.GetString()!)];
            Assert.Equal((vector.GetProperty("name").GetString(), expected[0], expected[1]),
                (vector.GetProperty("name").GetString(), found.Outcome.ToString().ToUpperInvariant(), found.Reason));
        }
    }

    [Fact]
    public void All_gates_are_judged_even_after_one_has_failed()
    {
        Decision found = DecisionRule.Of(GateOptions.Strict).Decide(SomeFacts.Better with { Accuracy = 0.5 });
        Assert.Equal(GateNames.All, found.Verdicts.Select(verdict => verdict.Gate));
        Assert.Equal(DecisionReasons.Floor, found.Reason);
    }

    [Fact]
    public void The_first_version_needs_only_labels_floor_and_skill()
    {
        Decision found = DecisionRule.Of(GateOptions.Strict).Decide(SomeFacts.First);
        Assert.Equal((DecisionOutcome.Promote, DecisionReasons.First), (found.Outcome, found.Reason));
        Assert.True(found.BecomesAnchor);
        Assert.All(found.Verdicts.Where(verdict => verdict.Gate is not (GateNames.EnoughLabels or GateNames.Floor or GateNames.Skill)), verdict => Assert.Equal(GateOutcome.NotApplicable, verdict.Outcome));
        Assert.Equal(DecisionOutcome.Reject, DecisionRule.Of(GateOptions.Strict).Decide(SomeFacts.First with { Skill = 0 }).Outcome);
    }

    [Fact]
    public void A_rule_without_a_comparison_is_refused() =>
        Assert.Throws<ArgumentException>(() => new DecisionRule([new SkillGate()]));

    [Fact]
    public void A_fresh_but_only_equal_version_leaves_the_anchor()
    {
        JudgementFacts equal = SomeFacts.Better with { AgainstChampion = SomeFacts.LogLoss(0, 0.001), FreshnessReason = "the champion is 61 days old" };
        Decision found = DecisionRule.Of(GateOptions.Strict).Decide(equal);
        Assert.Equal(DecisionReasons.NonInferiorFresh, found.Reason);
        Assert.False(found.BecomesAnchor);
    }

    [Fact]
    public void A_block_is_kept_only_while_more_labels_would_settle_it()
    {
        var rule = DecisionRule.Of(GateOptions.Strict);
        Assert.False(rule.Decide(SomeFacts.Better).KeepsBlock);
        Assert.True(rule.Decide(SomeFacts.Better with { Positives = 99 }).KeepsBlock);
        Assert.True(rule.Decide(SomeFacts.Better with { AgainstChampion = SomeFacts.LogLoss(0.0011, 0.004) }).KeepsBlock);
        Assert.False(rule.Decide(SomeFacts.Better with { AgainstChampion = SomeFacts.LogLoss(0, 0.0001) }).KeepsBlock);
    }

    [Fact]
    public void A_decision_is_stored_and_read_back_whole()
    {
        Decision decided = DecisionRule.Of(GateOptions.Strict).Decide(SomeFacts.Better with { Accuracy = 0.5 });
        Decision read = JsonSerializer.Deserialize<Decision>(JsonSerializer.Serialize(decided))!;
        Assert.Equal(decided.Verdicts, read.Verdicts);
        Assert.Equal((decided.Outcome, decided.Reason, decided.Sentence), (read.Outcome, read.Reason, read.Sentence));
        JudgementFacts measured = SomeFacts.Better with { Segments = [new SegmentComparison("country = FR", SomeFacts.LogLoss(0.01, 0.02), 0.4)] };
        JudgementFacts facts = JsonSerializer.Deserialize<JudgementFacts>(JsonSerializer.Serialize(measured))!;
        Assert.Equal(measured.Segments, facts.Segments);
        Assert.Equal(measured, facts with { Segments = measured.Segments, Eras = measured.Eras });
    }

    // The recorded case gives d and the relative drop apart: d goes to the primary metric, the drop to the co-guard.
    private static JudgementFacts FactsOf(JsonElement input)
    {
        double drift = input.Number("drift");
        return new JudgementFacts
        {
            Kind = PredictionKind.Probability,
            Rows = input.GetProperty("n_pos").GetInt32() + input.GetProperty("n_neg").GetInt32(),
            Positives = input.GetProperty("n_pos").GetInt32(),
            HasChampion = true,
            HasAnchor = true,
            Accuracy = input.Number("acc_floor_stat"),
            Skill = input.Number("skill"),
            AgainstChampion = SomeFacts.LogLoss(input.Number("d"), input.Number("se"), champion: 100),
            AgainstAnchor = SomeFacts.LogLoss(input.Number("d_anchor"), input.Number("se_anchor"), champion: 100),
            CoGuard = PairedComparison.FromError(MetricNames.Auc, 1, 1 - input.Number("rel_drop"), -input.Number("rel_drop"), 1e-6, 2000),
            Drift = PredictionDrift.Of(PredictionKind.Probability, [0.5, 0.5], [0.5 + drift, 0.5 - drift]),
            FreshnessReason = input.GetProperty("freshness_reason").GetBoolean() ? "the schema changed" : null,
        };
    }

    private static GateOptions OptionsOf(JsonElement input) =>
        GateOptions.Strict with { MinImprovement = input.Number("min_improvement") / 100, NonInferiorityMargin = input.Number("margin") / 100 };
}

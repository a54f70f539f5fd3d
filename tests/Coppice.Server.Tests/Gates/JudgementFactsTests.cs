using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;
using DecisionRule = Coppice.Server.Gates.DecisionRule;

namespace Coppice.Server.Tests.Gates;

public sealed class JudgementFactsTests
{
    [Fact]
    public void A_row_that_a_version_was_trained_on_aborts_the_decision() =>
        Assert.Throws<InvalidOperationException>(() => JudgementFacts.Measure(Block(500) with { LineageOverlap = 1 }, GateOptions.Strict));

    [Fact]
    public void Rows_judged_before_are_judged_more_strictly_and_not_for_ever()
    {
        JudgementRows block = Block(1000);
        Assert.Equal(0.05, JudgementFacts.Measure(block, GateOptions.Strict).AgainstChampion!.SignificanceLevel);
        JudgementFacts again = JudgementFacts.Measure(block with { EarlierDecisions = 1 }, GateOptions.Strict);
        Assert.Equal(AlphaSpending.Level(0.05, 2), again.AgainstChampion!.SignificanceLevel);
        Assert.Throws<InvalidOperationException>(() => JudgementFacts.Measure(block with { EarlierDecisions = 5 }, GateOptions.Strict));
    }

    [Fact]
    public void A_better_challenger_is_promoted_from_its_rows()
    {
        JudgementFacts facts = JudgementFacts.Measure(Block(4000), GateOptions.Strict);
        Decision found = DecisionRule.Of(GateOptions.Strict).Decide(facts);
        Assert.Equal(DecisionReasons.Superior, found.Reason);
        Assert.Equal(DriftSource.Block, facts.DriftSource);
    }

    [Fact]
    public void Swapped_roles_are_inferior()
    {
        JudgementRows block = Block(4000);
        JudgementRows swapped = block with { ChampionScores = block.ChallengerScores, ChallengerScores = block.ChampionScores! };
        Decision found = DecisionRule.Of(GateOptions.Strict with { MaxDrop = 1 }).Decide(JudgementFacts.Measure(swapped, GateOptions.Strict));
        Assert.Equal(DecisionReasons.Inferior, found.Reason);
    }

    [Fact]
    public void The_same_scores_are_held_as_equal()
    {
        JudgementRows block = Block(1000);
        JudgementRows same = block with { ChampionScores = block.ChallengerScores };
        Decision found = DecisionRule.Of(GateOptions.Strict).Decide(JudgementFacts.Measure(same, GateOptions.Strict));
        Assert.Equal((DecisionOutcome.Hold, DecisionReasons.Inconclusive), (found.Outcome, found.Reason));
    }

    [Fact]
    public void One_class_only_is_held_and_not_judged()
    {
        JudgementRows block = Block(500) with { Labels = new double[500] };
        Decision found = DecisionRule.Of(GateOptions.Strict).Decide(JudgementFacts.Measure(block, GateOptions.Strict));
        Assert.Equal((DecisionOutcome.Hold, DecisionReasons.InsufficientLabels), (found.Outcome, found.Reason));
    }

    [Fact]
    public void An_empty_block_is_held()
    {
        JudgementRows block = Block(0);
        Assert.Equal(DecisionOutcome.Hold, DecisionRule.Of(GateOptions.Strict).Decide(JudgementFacts.Measure(block, GateOptions.Strict)).Outcome);
        JudgementRows first = block with { ChampionScores = null };
        Assert.Equal(DecisionOutcome.Hold, DecisionRule.Of(GateOptions.Strict).Decide(JudgementFacts.Measure(first, GateOptions.Strict)).Outcome);
    }

    [Fact]
    public void A_large_snapshot_is_preferred_to_the_block_for_drift()
    {
        double[] champion = [.. Enumerable.Repeat(0.2, 1000)];
        double[] challenger = [.. Enumerable.Repeat(0.6, 1000)];
        JudgementFacts facts = JudgementFacts.Measure(
            Block(4000) with { SnapshotChampionScores = champion, SnapshotChallengerScores = challenger }, GateOptions.Strict);
        Assert.Equal(DriftSource.Snapshot, facts.DriftSource);
        Assert.Equal(DecisionReasons.PredictionDrift, DecisionRule.Of(GateOptions.Strict).Decide(facts).Reason);
    }

    [Fact]
    public void Amounts_are_judged_by_deviance_and_gini_or_by_distance_when_a_prediction_is_not_positive()
    {
        JudgementRows block = Amounts(3000);
        JudgementFacts facts = JudgementFacts.Measure(block, GateOptions.Strict);
        Assert.Equal(MetricNames.TweedieDeviance, facts.AgainstChampion!.Metric);
        Assert.Equal(MetricNames.NormalisedGini, facts.CoGuard!.Metric);
        Assert.Null(facts.Accuracy);
        Assert.Equal(DecisionReasons.Superior, DecisionRule.Of(GateOptions.Strict with { MaxPredictionDrift = 1, MaxTopChange = 1 }).Decide(facts).Reason);

        block.ChampionScores![0] = 0;
        Assert.Equal(MetricNames.MeanAbsoluteError, JudgementFacts.Measure(block, GateOptions.Strict).AgainstChampion!.Metric);
    }

    [Fact]
    public void Amounts_are_held_against_buying_rhythm_where_it_says_something()
    {
        JudgementRows block = Amounts(3000);

        Assert.Null(JudgementFacts.Measure(block, GateOptions.Strict).RhythmSkill);
        var same = JudgementFacts.Measure(block with { BaselineScores = block.ChallengerScores }, GateOptions.Strict);
        Assert.Equal(0, same.RhythmSkill!.Value, 12);
        Assert.Equal(DecisionReasons.Floor, DecisionRule.Of(GateOptions.Strict).Decide(same).Reason);
        Assert.True(JudgementFacts.Measure(block with { BaselineScores = block.ChampionScores }, GateOptions.Strict).RhythmSkill!.Lower > 0);
    }

    private static JudgementRows Block(int rows)
    {
        var random = new SplitMix64(3);
        var block = new JudgementRows
        {
            Kind = PredictionKind.Probability,
            Labels = new double[rows],
            Customers = new long[rows],
            ChampionScores = new double[rows],
            ChallengerScores = new double[rows],
            TrainingMean = 0.5,
        };
        for (int row = 0; row < rows; row++)
        {
            double truth = 0.05 + (0.9 * random.NextDouble());
            block.Labels[row] = random.NextDouble() < truth ? 1 : 0;
            block.Customers[row] = random.NextBelow(rows);
            block.ChampionScores[row] = (0.7 * truth) + (0.3 * random.NextDouble());
            block.ChallengerScores[row] = (0.9 * truth) + (0.1 * random.NextDouble());
        }
        return block;
    }

    private static JudgementRows Amounts(int rows)
    {
        var random = new SplitMix64(4);
        JudgementRows block = Block(rows) with { Kind = PredictionKind.Amount, TrainingMean = 25 };
        for (int row = 0; row < rows; row++)
        {
            double mean = 5 + (45 * random.NextDouble());
            block.Labels[row] = random.NextDouble() < 0.5 ? 0 : mean * 4 * random.NextDouble();
            block.ChampionScores![row] = 25 + (10 * random.NextDouble());
            block.ChallengerScores[row] = mean;
        }
        return block;
    }
}

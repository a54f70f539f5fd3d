using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Gates;

/// <summary>Rungs on 2,000 rows whose true odds are known, half by what the champion sees too; its answers lie .6 too high in log-odds.</summary>
public class RepairRuleTests
{
    private const int Rows = 2_000;
    private static readonly GateOptions Options = RepairRule.Share(GateOptions.Strict, 4);
    private static readonly double[] Truth = new double[Rows];
    private static readonly double[] Seen = new double[Rows];
    private static readonly double[] Labels = new double[Rows];
    private static readonly LabelledRows Block;

    static RepairRuleTests()
    {
        var random = new SplitMix64(24);
        for (int i = 0; i < Rows; i++)
        {
            double odds = (4 * random.NextDouble()) - 2;
            Truth[i] = odds + (random.NextBelow(2) == 0 ? 0.8 : -0.8);
            Seen[i] = Logistic.LogOdds((Logistic.Sigmoid(odds + 0.8) + Logistic.Sigmoid(odds - 0.8)) / 2);
            Labels[i] = random.NextDouble() < Logistic.Sigmoid(Truth[i]) ? 1 : 0;
        }

        Block = new LabelledRows(Labels, [.. Enumerable.Range(0, Rows).Select(i => (long)i)]);
    }

    private static Judgement Recalibrated => Judge(i => Seen[i]);

    private static Judgement Better => Judge(i => Truth[i]);

    /// <summary>Better by a thousandth of the log-loss and a little.</summary>
    private static Judgement SlightlyBetter => Judge(i => Seen[i] + (0.002 * ((2 * Labels[i]) - 1)));

    private static Judgement Worse => Judge(i => Seen[i] + 0.9);

    [Fact]
    public void Each_rung_gets_its_share_of_the_significance_level() =>
        Assert.Equal(0.0125, RepairRule.Share(GateOptions.Strict, 4).SignificanceLevel, 12);

    [Fact]
    public void A_rung_that_keeps_what_was_promised_spares_the_dearer_ones()
    {
        var recalibrated = Recalibrated;
        double loss = recalibrated.Metrics[MetricNames.LogLoss]!.Value;
        double auc = recalibrated.Metrics[MetricNames.Auc]!.Value;

        Assert.True(Rule(auc - 0.01, loss + 0.01).EndsWith(recalibrated));
        Assert.False(Rule(auc - 0.01, loss - 0.01).EndsWith(recalibrated));
        Assert.False(Rule(auc + 0.01, loss + 0.01).EndsWith(recalibrated));
        Assert.False(new RepairRule(Block, PromisedLevel.Of(PredictionKind.Probability, null), Options).EndsWith(recalibrated));
    }

    [Fact]
    public void A_rung_that_the_gates_refuse_ends_nothing_however_good_its_figures() => Assert.False(Rule(0.5, 5).EndsWith(Worse));

    [Fact]
    public void Rows_too_few_to_judge_one_rung_are_too_few_for_all()
    {
        var few = Judge(i => Seen[i], 60);

        Assert.Equal(DecisionReasons.InsufficientLabels, few.Decision.Reason);
        Assert.True(Rule(0.99, 0.01).EndsWith(few));
        Assert.Null(Rule(0.99, 0.01).Winner([few]));
    }

    [Fact]
    public void The_cheapest_wins_where_no_other_is_better_by_more_than_the_margin()
    {
        Assert.True(SlightlyBetter.Primary!.Improvement > Recalibrated.Primary!.Improvement);
        Assert.Equal(0, Rule(1, 0).Winner([Recalibrated, SlightlyBetter]));
    }

    [Fact]
    public void A_dearer_rung_wins_where_it_is_surely_better_and_by_more_than_the_margin() => Assert.Equal(1, Rule(1, 0).Winner([Recalibrated, Better]));

    [Fact]
    public void A_dearer_rung_that_may_be_better_by_luck_does_not_win()
    {
        // Ten rows that nobody could have known are right and three are wrong: together that is more than the margin, and may be chance.
        double[] losses = [.. Labels.Select((label, row) => Losses.Log(label, Logistic.Sigmoid(Seen[row])))];
        int[] order = [.. Enumerable.Range(0, Rows).OrderByDescending(row => losses[row])];
        var (right, wrong) = (order[..10], order[^3..]);
        var luckier = Judge(i => right.Contains(i) ? 3 * ((2 * Labels[i]) - 1) : wrong.Contains(i) ? -2 * ((2 * Labels[i]) - 1) : Seen[i]);

        Assert.Equal(DecisionOutcome.Promote, luckier.Decision.Outcome);
        Assert.True(Rule(1, 0).Between(Recalibrated, luckier)!.Improvement > Options.NonInferiorityMargin * Recalibrated.Metrics[MetricNames.LogLoss]);
        Assert.Equal(0, Rule(1, 0).Winner([Recalibrated, luckier]));
    }

    [Fact]
    public void What_the_gates_refuse_never_wins()
    {
        Assert.Equal(1, Rule(1, 0).Winner([Worse, Recalibrated]));
        Assert.Null(Rule(1, 0).Winner([Worse, Worse]));
        Assert.Equal(1, RepairRule.Nearest([Judge(i => Seen[i] + 1.2), Worse]));
    }

    private static RepairRule Rule(double auc, double logLoss)
    {
        var estimates = new Dictionary<string, MetricEstimate>
        {
            [MetricNames.Auc] = new(auc + 0.02, 0.01, auc, auc + 0.04),
            [MetricNames.LogLoss] = new(logLoss - 0.02, 0.01, logLoss - 0.04, logLoss),
        };
        return new RepairRule(Block, PromisedLevel.Of(PredictionKind.Probability, new DecisionReport("", new Dictionary<string, double?>(), estimates, [], [], null, null, 0.05)), Options);
    }

    private static Judgement Judge(Func<int, double> odds, int rows = Rows)
    {
        double[] scores = [.. Enumerable.Range(0, rows).Select(i => Logistic.Sigmoid(odds(i)))];
        var block = new JudgementRows
        {
            Kind = PredictionKind.Probability,
            Labels = Labels[..rows],
            Customers = [.. Enumerable.Range(0, rows).Select(i => (long)i)],
            ChampionScores = [.. Seen[..rows].Select(seen => Logistic.Sigmoid(seen + 0.6))],
            ChallengerScores = scores,
            TrainingMean = 0.5,
        };
        var options = Options with { MinAccuracy = 0.6 };
        var facts = JudgementFacts.Measure(block, options);
        var measured = BinaryMetrics.Of(new LabelledRows(block.Labels, block.Customers), scores, 0.5);
        return new Judgement(DecisionRule.Of(options).Decide(facts), measured, [], null, null, facts.AgainstChampion) { Scores = scores };
    }
}

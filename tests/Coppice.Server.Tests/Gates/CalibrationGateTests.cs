using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Gates;

public sealed class CalibrationGateTests
{
    [Theory]
    [InlineData(0.02, 0.01, true)]
    [InlineData(0.06, 0.01, false)]
    [InlineData(0.06, 0.08, true)]
    [InlineData(0.06, 0.06, true)]
    [InlineData(0.06, 0.056, true)]
    [InlineData(0.06, 0.05, false)]
    public void Too_far_off_fails_unless_the_champion_is_no_nearer(double challenger, double champion, bool passes)
    {
        var verdict = Gate().Judge(SomeFacts.Better with { Miscalibration = challenger, ChampionMiscalibration = champion });

        Assert.Equal(passes ? GateOutcome.Passed : GateOutcome.Failed, verdict.Outcome);
        Assert.Equal(passes ? null : DecisionReasons.Miscalibrated, verdict.Reason);
        Assert.Equal((challenger, 0.05), (verdict.Measured, verdict.Bound));
    }

    [Fact]
    public void A_difference_that_chance_explains_fails_nobody()
    {
        var facts = SomeFacts.Better with { Miscalibration = 0.062, ChampionMiscalibration = 0.055, IsSurelyFurtherOff = false };

        Assert.Equal(GateOutcome.Passed, Gate().Judge(facts).Outcome);
    }

    [Fact]
    public void Chance_is_told_from_a_level_that_is_surely_further_off()
    {
        // Odds of e and 1/e are right: one version says them, one says their squares; and one says the squares in other words for a few.
        double[] labels = [.. Enumerable.Range(0, 2_000).Select(row => row % 1_000 < (row < 1_000 ? 731 : 269) ? 1.0 : 0)];
        double[] right = [.. Enumerable.Range(0, 2_000).Select(row => row < 1_000 ? 0.731 : 0.269)];
        double[] sure = [.. Enumerable.Range(0, 2_000).Select(row => Logistic.Sigmoid(row < 1_000 ? 2.0 : -2))];
        double[] hardly = [.. sure.Select((score, row) => row % 1_000 is < 731 and > 724 ? Logistic.Sigmoid(row < 1_000 ? 1.9 : -2) : score)];

        Assert.True(IsSurelyMore(PredictionKind.Probability, Rows(labels), right, sure));
        Assert.False(IsSurelyMore(PredictionKind.Probability, Rows(labels), sure, right));
        Assert.False(IsSurelyMore(PredictionKind.Probability, Rows(labels), sure, hardly));
        Assert.False(IsSurelyMore(PredictionKind.Probability, Rows(labels), sure, sure));
    }

    [Fact]
    public void Totals_on_either_side_are_compared_by_their_distance()
    {
        double[] amounts = [.. Enumerable.Range(0, 1_000).Select(row => row % 2 == 0 ? 8.0 : 12)];
        double[] Said(double mean) => [.. Enumerable.Repeat(mean, 1_000)];

        Assert.True(IsSurelyMore(PredictionKind.Amount, Rows(amounts), Said(9), Said(13)));
        Assert.False(IsSurelyMore(PredictionKind.Amount, Rows(amounts), Said(13), Said(9)));
        // Three above and three below are as far off as each other; errors of ±2 over 1,000 customers make a few hundredths more nothing.
        Assert.False(IsSurelyMore(PredictionKind.Amount, Rows(amounts), Said(13), Said(6.9)));
    }

    [Fact]
    public void It_does_not_apply_without_a_champion_or_where_nothing_can_be_told()
    {
        Assert.Equal(GateOutcome.NotApplicable, Gate().Judge(SomeFacts.First).Outcome);
        Assert.Equal(GateOutcome.NotApplicable, Gate().Judge(SomeFacts.Better).Outcome);
    }

    [Fact]
    public void Probabilities_that_are_twice_as_sure_as_they_may_be_cost_what_halving_their_odds_saves()
    {
        // Two groups of a thousand: 731 and 269 of 1,000 come true, said as odds of e^2 and e^-2 where e and 1/e are right.
        double[] labels = [.. Enumerable.Range(0, 2_000).Select(row => row % 1_000 < (row < 1_000 ? 731 : 269) ? 1.0 : 0)];
        double[] scores = [.. Enumerable.Range(0, 2_000).Select(row => Logistic.Sigmoid(row < 1_000 ? 2.0 : -2))];
        double Loss(double p) => -((0.731 * Math.Log(p)) + (0.269 * Math.Log(1 - p)));

        double expected = (Loss(Logistic.Sigmoid(2)) - Loss(0.731)) / Loss(Logistic.Sigmoid(2));

        Assert.Equal(expected, Cost(PredictionKind.Probability, Rows(labels), scores)!.Value, 1e-9);
        Assert.Equal(0, Cost(PredictionKind.Probability, Rows(labels), [.. scores.Select(s => s > 0.5 ? 0.731 : 0.269)])!.Value, 1e-9);
    }

    [Fact]
    public void A_total_counts_as_off_only_as_far_as_it_surely_is()
    {
        double[] amounts = [.. Enumerable.Range(0, 1_000).Select(row => row % 2 == 0 ? 0.0 : 20)];
        double[] twice = [.. Enumerable.Repeat(20.0, 1_000)];

        // The mean is off by 10 of 10; errors of ±10 over 1,000 customers make ±.52 at one in twenty.
        double found = Cost(PredictionKind.Amount, Rows(amounts), twice)!.Value;
        Assert.Equal(1 - (1.6449 * 10 / Math.Sqrt(999) / 10), found, 1e-3);
        Assert.Equal(0, Cost(PredictionKind.Amount, Rows(amounts), [.. Enumerable.Repeat(10.1, 1_000)]));
        Assert.Null(Cost(PredictionKind.Amount, Rows(new double[10]), new double[10]));
    }

    private static bool IsSurelyMore(PredictionKind kind, LabelledRows rows, double[] champion, double[] challenger) =>
        Miscalibration.Of(kind, rows, challenger)!.IsSurelyMoreThan(Miscalibration.Of(kind, rows, champion)!);

    private static double? Cost(PredictionKind kind, LabelledRows rows, double[] scores) => Miscalibration.Of(kind, rows, scores)?.Cost;

    private static CalibrationGate Gate() => new(GateOptions.Strict);

    private static LabelledRows Rows(double[] labels) => new(labels, [.. Enumerable.Range(0, labels.Length).Select(row => (long)row)]);
}

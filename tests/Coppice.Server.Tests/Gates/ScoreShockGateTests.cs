using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Gates;

public sealed class ScoreShockGateTests
{
    // Of ten customers the second comes in, the ninth and tenth drop out; nobody else moves.
    private static readonly double[] Champion = [0.1, 0.4, 0.2, 0.3, 0.3, 0.2, 0.9, 0.8, 0.6, 0.5];
    private static readonly double[] Challenger = [0.1, 0.5, 0.2, 0.3, 0.3, 0.2, 0.9, 0.8, 0.4, 0.49];

    [Fact]
    public void Who_crosses_the_threshold_is_counted_in_both_directions()
    {
        var shock = ScoreShock.Of(PredictionKind.Probability, Champion, Challenger, 0.5);

        Assert.Equal((10, 1, 2, 4, 3), (shock.Customers, shock.Entering, shock.Leaving, shock.ChosenBefore, shock.ChosenAfter));
        Assert.Equal(0.3, shock.Crossing, 12);
        Assert.Equal(1, shock.TopOverlap);
        // Moved .31 together, of means of .43 and .419.
        Assert.Equal(0.031 / 0.849, shock.Normalised, 12);
    }

    [Fact]
    public void Moves_between_tenths_are_counted_by_where_they_begin_and_end()
    {
        double[] before = [.. Enumerable.Range(0, 20).Select(i => (double)i)];
        double[] after = [.. before];
        (after[0], after[19]) = (after[19], after[0]);
        var shock = ScoreShock.Of(PredictionKind.Amount, before, after, 0.5);

        // Two customers in each tenth; the lowest and the highest have changed places.
        Assert.Equal(Enumerable.Range(0, 10).Select(tenth => tenth is 0 or 9 ? 1L : 2L), shock.DecileMoves.Select((row, tenth) => row[tenth]));
        Assert.Equal((1L, 1L, 2L), (shock.DecileMoves[0][9], shock.DecileMoves[9][0], shock.DecileChanges));
        Assert.Equal(20, shock.DecileMoves.Sum(row => row.Sum()));
        Assert.Equal(Deciles.CountChanges(Champion, Challenger), ScoreShock.Of(PredictionKind.Probability, Champion, Challenger, 0.5).DecileChanges);
    }

    [Fact]
    public void A_threshold_elsewhere_chooses_others()
    {
        var shock = ScoreShock.Of(PredictionKind.Probability, Champion, Challenger, 0.45);

        Assert.Equal((1, 1, 4, 4), (shock.Entering, shock.Leaving, shock.ChosenBefore, shock.ChosenAfter));
    }

    [Fact]
    public void Of_amounts_the_top_tenth_is_what_people_act_on()
    {
        double[] before = [.. Enumerable.Range(0, 40).Select(i => (double)i)];
        double[] after = [.. before];
        (after[39], after[0]) = (0, 100);

        var shock = ScoreShock.Of(PredictionKind.Amount, before, after, 0.5);

        Assert.Equal((null, 4, 1, 1, 0.25, 0.75), (shock.Threshold, shock.ChosenBefore, shock.Entering, shock.Leaving, shock.Crossing, shock.TopOverlap));
        Assert.Equal(GateOutcome.Passed, Judge(shock, PredictionKind.Amount).Outcome);
        Assert.Equal(GateOutcome.Failed, Judge(shock, PredictionKind.Amount, GateOptions.Strict with { MaxTopChange = 0.2 }).Outcome);
    }

    [Fact]
    public void Too_many_crossings_reject_and_the_sentence_says_who_moves()
    {
        var shock = ScoreShock.Of(PredictionKind.Probability, Champion, Challenger, 0.5);
        var verdict = Judge(shock, PredictionKind.Probability);

        Assert.Equal((GateOutcome.Failed, DecisionReasons.ScoreShock, 0.25), (verdict.Outcome, verdict.Reason, verdict.Bound));
        Assert.StartsWith("3 of 10 customers cross 0.5 (30.0 % of 25.0 % allowed): 1 come in, 2 drop out, 4 → 3 chosen.", verdict.Sentence.Replace("%", " %", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(GateOutcome.Passed, Judge(shock, PredictionKind.Probability, GateOptions.Strict with { MaxCrossing = 0.3 }).Outcome);
    }

    [Fact]
    public void The_line_is_measured_where_the_options_say()
    {
        var rows = new JudgementRows
        {
            Kind = PredictionKind.Probability,
            Labels = [0, 1, 0, 0, 1, 0, 1, 1, 0, 1],
            Customers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
            ChampionScores = Champion,
            ChallengerScores = Challenger,
            TrainingMean = 0.5,
        };

        Assert.Equal(0.3, JudgementFacts.Measure(rows, GateOptions.Strict).Shock!.Crossing, 12);
        Assert.Equal(0.2, JudgementFacts.Measure(rows, GateOptions.Strict with { Threshold = 0.45 }).Shock!.Crossing, 12);
        Assert.Null(JudgementFacts.Measure(rows with { ChampionScores = null }, GateOptions.Strict).Shock);
    }

    [Fact]
    public void It_does_not_apply_without_a_champion() => Assert.Equal(GateOutcome.NotApplicable, new ScoreShockGate(GateOptions.Strict).Judge(SomeFacts.First).Outcome);

    private static GateVerdict Judge(ScoreShock shock, PredictionKind kind, GateOptions? options = null) =>
        new ScoreShockGate(options ?? GateOptions.Strict).Judge(SomeFacts.Better with { Kind = kind, Shock = shock });
}

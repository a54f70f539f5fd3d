using Coppice.Cli.Models;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Models;

public sealed class RunScreenTests
{
    [Fact]
    public void A_promotion_shows_the_figures_and_the_way_back()
    {
        Assert.Equal(
            """
            purchase  incremental (refresh) on 1,204 new labels, 3,000 replayed
              read 0.1 s ▸ refresh 0.2 s ▸ judge
              challenger 4.3 against 4.2 on 1,204 fresh labels (351 positive)
                log-loss  .4312 → .4266  better by .0046 ±.0021
                AUC       .842 → .847    better by .005 ±.006  not told apart
                moved     mean |Δp| .021 of .15 allowed · 34 customers change decile
              promoted 4.3 · Better by .0046 ±.0021 in log-loss. · undo: coppice rollback purchase

            """,
            TestScreen.Render(100, screen => RunScreen.Write(screen, Some.Promoted)));
    }

    [Fact]
    public void What_is_remembered_worst_of_the_past_is_said()
    {
        EraResponse weakest = new("2025 Q1", 131, 40, new("log_loss", .41, .415, -.005, .012, .015), true, .7);
        EraResponse gone = weakest with { Era = "2024 Q2", Counts = false, PValue = null };
        string Past(params EraResponse[] eras) =>
            TestScreen.Render(120, screen => RunScreen.Write(screen, Some.Promoted with { Result = Some.Promoted.Result! with { Eras = eras } }));
        Assert.Contains("    past      2 quarters, weakest 2025 Q1: log-loss worse by .0050 ±.0120 on 131 rows\n              1 quarter before the world changed not counted\n", Past(gone, weakest with { Era = "2024 Q4", PValue = .9 }, weakest));
        EraResponse split = weakest with { Segments = [new("profile country = FR", 120, new("log_loss", .38, .44, -.06, .02, .03), .001)] };
        Assert.Contains("    past      1 quarter and 1 segment within, weakest 2025 Q1, profile country = FR:\n              log-loss worse by .0600 ±.0200 on 120 rows\n", Past(split));
        Assert.Contains("    past      1 quarter before the world changed not counted\n", Past(gone));
        Assert.DoesNotContain("past  ", Past());
    }

    [Fact]
    public void A_repair_shows_its_rungs_and_which_was_enough()
    {
        RunResult promoted = Some.Promoted.Result!;
        MetricComparison measured = promoted.Comparisons[0];
        RunResponse repair = Some.Promoted with
        {
            Strategy = "repair",
            Result = promoted with
            {
                Steps = [],
                Repair =
                [
                    new("recalibrate", "held", "log-loss .4312 → .4302: not enough to tell.", measured with { Challenger = .4302, Improvement = .001 }, .08),
                    new("threshold", "left_out", "no costs say where to act from", null, 0),
                    new("leaves", "chosen", "keeps what was promised", measured, .21),
                    new("trees", "not_needed", "leaves moved is enough", null, 0),
                ],
            },
        };
        Assert.StartsWith(
            """
            purchase  repair on 1,204 new labels
              rung         log-loss  against the champion     time  verdict
              recalibrate  .4302     better by .0010 ±.0021  80 ms  held
              threshold                                             left out: no costs say where to act from
              leaves       .4266     better by .0046 ±.0021  0.2 s  chosen: keeps what was promised
              trees                                                 not tried: leaves moved is enough
              challenger 4.3 against 4.2 on 1,204 fresh labels (351 positive)

            """,
            TestScreen.Render(100, screen => RunScreen.Write(screen, repair)));
    }

    [Fact]
    public void Amounts_say_how_often_they_kept_their_promise()
    {
        string text = TestScreen.Render(100, screen => RunScreen.Write(screen, Some.Worth));
        Assert.Contains(
            """
                deviance  10.0 → 9.9300  better by .0800 ±.0500
                moved     mean |Δ| 2.394, relative .24 of .40 allowed · 34 customers change decile
                range (90 %): 87.1 % (86.2 to 88.0) of the amounts lay inside, fewer than meant
                  of the top 10 %: 90.0 % (87.0 to 93.0)
                total: predicted 1.02 of what came true (.96 to 1.08)
                3.1 % of the total lies above the largest amount it learnt from
                five rows hold 61 % of the squared error: RMSE and R² say little here

            """.TrimEnd(),
            text);
    }

    [Fact]
    public void The_first_version_of_amounts_shows_its_ranking_with_the_band()
    {
        RunResponse first = Some.Worth with { Result = Some.Worth.Result! with { Against = null, Comparisons = [] } };
        Assert.Contains("    top 10 % hold .624 ±.023 · Gini .781\n", TestScreen.Render(100, screen => RunScreen.Write(screen, first)));
    }

    [Fact]
    public void A_refusal_is_as_clear_as_a_success()
    {
        string text = TestScreen.Render(80, screen => RunScreen.Write(screen, Some.Held));
        Assert.Contains(
            """
              held: not enough to tell. Better by .0011 ±.0043; about 2,900 more labels
                would settle it (≈ 21 Nov). 4.2 stays.
                COP-GATE-001 enough labels: 1,204 fresh labels of 4,100 needed.

            """,
            text);
    }

    [Fact]
    public void An_amount_is_shown_beside_what_buying_rhythm_says()
    {
        RunResult worth = Some.Worth.Result!;
        RunResponse run = Some.Worth with
        {
            Result = worth with
            {
                Metrics = new Dictionary<string, double?>(worth.Metrics) { ["rhythm_skill"] = .255, ["skill"] = .385 },
                Bands = new Dictionary<string, MetricBand>(worth.Bands) { ["rhythm_skill"] = new(.237, .273) },
            },
        };

        Assert.Contains(
            "    removes 25.5 % (23.7 to 27.3) of the error of buying rhythm alone, 38.5 % of that of a constant\n",
            TestScreen.Render(120, screen => RunScreen.Write(screen, run)));
    }

    [Fact]
    public void The_first_version_has_nothing_to_be_compared_with()
    {
        Assert.Equal(
            """
            purchase  full on 4,204 rows, 1,204 of them new
              read 0.1 s ▸ refresh 0.2 s ▸ judge
              1.0 is the first, measured on 1,204 fresh labels (351 positive)
                AUC .847 · log-loss .4266
              promoted 1.0 · the first version that beats a constant.

            """,
            TestScreen.Render(100, screen => RunScreen.Write(screen, Some.First)));
    }
}

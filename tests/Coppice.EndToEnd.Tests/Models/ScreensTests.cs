using Coppice.Cli.Models;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Models;

public sealed class ScreensTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void Versions_keep_their_number_role_and_figures_at_every_width(int width)
    {
        VersionResponse[] versions = [Some.Version("4.3", "candidate"), Some.Version("4.2", "champion")];
        string text = TestScreen.Render(width, screen => VersionsScreen.Write(screen, "purchase", versions, best: null));
        Assert.Matches(@"4\.2 +champion.* 41,209 +\.847 +\.4266", text);
        Assert.Contains("4.3  added events.visit.count_7d", text);
        Assert.Contains("coppice compare purchase 4.3 4.2", text);
    }

    [Fact]
    public void The_metric_asked_for_comes_first()
    {
        string text = TestScreen.Render(100, screen => VersionsScreen.Write(screen, "purchase", [Some.Version("4.2", "champion")], best: "accuracy"));
        Assert.Matches(@"accuracy +AUC +log-loss", text);
    }

    [Fact]
    public void The_journal_names_who_and_why()
    {
        string text = TestScreen.Render(80, screen => DeploymentsScreen.WriteJournal(screen, "purchase", Some.Deployments));
        Assert.Contains("  3  2 h ago       rollback   1.2   1.1  ana     complaints about 1.2\n", text);
        Assert.Contains("coppice rollback purchase  ·  coppice compare purchase 1.2 1.1", text);
    }

    [Fact]
    public void Who_let_a_version_past_its_gates_and_what_waits_for_a_second_person_is_said()
    {
        var act = new OverrideResponse(["improvement", "max_drop"], "ann", "bob", "the price list changed", Some.Now.AddDays(-1));
        var proposal = new ProposalResponse("purchase", "4.3", "ann", "the season begins", Some.Now.AddHours(-2), Some.Now.AddDays(7), ["improvement"], "waiting");
        VersionResponse[] versions = [Some.Version("4.3", "candidate") with { Decision = "held", Proposal = proposal }, Some.Version("4.2", "champion") with { Decision = "rejected", Override = act }];
        string text = TestScreen.Render(200, screen => VersionsScreen.Write(screen, "purchase", versions, best: null));
        Assert.Contains("rejected, overridden", text);
        Assert.Contains($"  4.2  past improvement, max drop by ann, approved by bob, {Some.Now.AddDays(-1):yyyy-MM-dd}: the price list changed\n", text.ReplaceLineEndings("\n"));
        Assert.Contains("  ? purchase: 4.3 waits for a second person until", text);
        Assert.Contains("coppice promote purchase 4.3 --approve", TestScreen.Render(200, screen => ProposalLines.WriteAnswer(screen, proposal)));
        StatusResponse status = Some.Status with { Models = [Some.Status.Models[0] with { Proposals = [proposal] }] };
        Assert.Contains("  ? purchase: 4.3 waits for a second person until", TestScreen.Render(200, screen => Cli.Workspaces.StatusScreen.Write(screen, status)));
    }

    [Fact]
    public void Before_a_promotion_one_sees_who_moves_and_why()
    {
        var shock = new ShockResponse(4000, "latest", 34, .5, 8, 4, 812, 816, .003, .25, .02, .93)
        {
            Movers = [new("c17", .21, .64, [new("x", "days since last purchase: 3", .1, .92)])],
        };
        Assert.Equal(
            """
            purchase  4.3 instead of 4.2, for 4,000 customers as they are now
              34 customers change decile · 93 % of the top tenth stay in it
              12 of 4,000 cross .50 (0.3 % of 25 % allowed): 8 in, 4 out, 812 → 816
              who moves most, and what is looked at differently
                c17  .21 → .64  days since last purchase: 3 +0.10 → +0.92

            """,
            TestScreen.Render(100, screen => ShockScreen.Write(screen, new PreviewResponse("purchase", "4.2", "4.3", shock))));
        Assert.Contains("takes no one's place", TestScreen.Render(100, screen => ShockScreen.Write(screen, new PreviewResponse("purchase", null, "1.0", null))));
        Assert.Equal("7 of 40 in the top tenth are replaced (17.5 % of 60 % allowed)", ShockScreen.Crossing(shock with { Threshold = null, ChosenBefore = 40, Leaving = 7, Crossing = .175, Bound = .6 }));
        RunResponse run = Some.Promoted with { Result = Some.Promoted.Result! with { Shock = shock } };
        Assert.Matches(@"\n    chosen +12 of 4,000 cross \.50 \(0\.3 % of 25 % allowed\): 8 in, 4 out, 812 → 816\n", TestScreen.Render(100, screen => RunScreen.Write(screen, run)));
    }

    [Fact]
    public void A_scorecard_counts_what_was_right_and_says_what_the_rest_cost()
    {
        var scorecard = new ScorecardResponse("purchase", 1, 1, 1, .012, 140, "What turned out wrong cost 0.0120 in log-loss in all, 140 by 1,000 customers.",
        [
            new("4.3", "4.2", "promoted", Some.Now.AddDays(-2), "cannot_tell", 0, null, null, null, null, null),
            new("4.2", "4.1", "held", Some.Now.AddDays(-9), "right", 2_108, "log_loss", .0006, .0031, 12, 40),
            new("4.1", "4.0", "promoted", Some.Now.AddDays(-30), "wrong", 4_020, "log_loss", -.012, .004, -140, 60),
        ]);
        string text = TestScreen.Render(120, screen => ScorecardScreen.Write(screen, scorecard));
        Assert.StartsWith("purchase  3 decisions: 1 right, 1 wrong, 1 cannot be told yet\n", text);
        Assert.Matches(@"4\.3 promoted against 4\.2 .*not told yet", text);
        Assert.Matches(@"4\.2 held against 4\.1 .*right +log-loss better by \.0006 ±\.0031 +2,108 +12\.0 ±40\.0", text);
        Assert.Matches(@"4\.1 promoted against 4\.0 .*wrong +log-loss worse by \.0120 ±\.0040 +4,020 +-140 ±60\.0", text);
        Assert.Contains("  What turned out wrong cost 0.0120", text);
    }

    [Fact]
    public void A_comparison_ends_with_its_sentence()
    {
        var comparison = new CompareResponse(
            "purchase", "4.2", "4.3", 1204, 351, Some.Now.AddDays(-30), Some.Now, Some.Promoted.Result!.Comparisons, .021, 34, "4.3 is better by .0046 ±.0021 in log-loss.");
        comparison = comparison with { AddedFeatures = ["usage"], Moved = [new("events.visit.count_30d", "visit events in 30 days", .12, .345)] };
        string text = TestScreen.Render(80, screen => CompareScreen.Write(screen, comparison));
        Assert.Contains("  added usage\n", text);
        Assert.Contains("    visit events in 30 days .12 → .35\n", text.Replace(".34\n", ".35\n", StringComparison.Ordinal));
        Assert.Contains("  4.3 is better by .0046 ±.0021 in log-loss.\n", text);
        Assert.Contains("log-loss  .4312 → .4266  better by .0046 ±.0021\n", text);
    }

    [Fact]
    public void Two_versions_of_amounts_stand_tenth_by_tenth_beside_what_came_true()
    {
        RunResult worth = Some.Worth.Result!;
        MeasuredVersion first = new("2.0", worth.Metrics, worth.Bands, worth.Deciles);
        MeasuredVersion second = first with { Version = "2.1", Deciles = [new(120, .4, .6), new(120, 99.5, 90)] };
        var comparison = new CompareResponse("clv", "2.0", "2.1", 240, 90, Some.Now.AddDays(-30), Some.Now, worth.Comparisons, .02, 3, "The same.") { Measured = [first, second] };
        string text = TestScreen.Render(140, screen => CompareScreen.Write(screen, comparison));
        Assert.Contains("    2.0  total: predicted 1.02 of what came true (.96 to 1.08)\n", text);
        Assert.Contains(
            """
                tenth    2.0 predicted  actual  2.1 predicted  actual
                highest         180.25   1,176          99.50   90.00
                lowest            1.20    0.90           0.40    0.60

            """.TrimEnd(),
            text);
    }

    [Fact]
    public void Arms_stand_best_first()
    {
        ArmResult[] arms = [new("static", 40_312, .6123, .71, .66, 0, 0, 100, []), new("refresh", 40_312, .4411, .86, .79, .12, .4, 120, [])];
        string text = TestScreen.Render(80, screen => ReplayScreen.WriteArms(screen, "price", arms));
        Assert.True(text.IndexOf("refresh", StringComparison.Ordinal) < text.IndexOf("static", StringComparison.Ordinal));
        Assert.Matches(@"  refresh +\.4411 +\.860 +\.790 +0\.1 s +0\.4 s +120\n", text);
    }
}

using Coppice.Server.Deployments;
using Coppice.Server.Ramps;
using Coppice.Server.Ramps.Rules;
using Coppice.Server.Statistics.Experiments;
using Coppice.Server.Statistics.Samples;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Ramps;

public class RampRulesTests
{
    private static readonly RampFacts Quiet = new()
    {
        Ramp = new Ramp
        {
            ModelId = 1,
            FromId = 1,
            ToId = 2,
            DecisionId = 1,
            Superior = 1,
            Actor = "coppice",
            Reason = "better",
            Salt = "s",
            Shares = "[100,2000]",
            EveryHours = 24,
            Customers = 1_000,
            StartedAt = Workspace.Day(0),
            FirstPrediction = 0,
            FirstLabel = 0,
            State = RampStates.Running,
        },
        Steps = [new RampStep(1, 1, 0, 100, Workspace.Day(0), 0)],
        Now = Workspace.Day(1),
        Predicts = PredictionKind.Probability,
        Customers = [new StepCustomers(100, 990, 10)],
        Answered = 1_000,
    };

    [Fact]
    public void Where_nothing_is_wrong_no_rule_says_anything()
    {
        IRampRule[] rules = [new FailsRule(), new UnusableScoresRule(), new SlowRule(), new ScoresMovedRule(), new UnevenSplitRule(), new SurelyWorseRule()];

        Assert.All(rules, rule => Assert.Null(rule.Look(Quiet)));
        Assert.Equal(RampMove.Advance, RampVerdict.Of(Quiet, rules).Move);
        Assert.Equal(RampMove.Wait, RampVerdict.Of(Quiet with { Now = Workspace.Day(0.99) }, rules).Move);
        Assert.Equal(RampMove.Wait, RampVerdict.Of(Quiet with { Customers = [new StepCustomers(100, 980, 10)] }, rules).Move);
    }

    [Theory]
    [InlineData(4, 1_000, false)]
    [InlineData(5, 1_000_000, false)]
    [InlineData(10, 1_000, false)]
    [InlineData(25, 1_000, true)]
    [InlineData(12, 12, true)]
    public void Failures_count_by_a_sequential_test_and_against_the_champion(long failed, long answered, bool isStopped)
    {
        var finding = new FailsRule().Look(Quiet with { Failed = failed, Answered = answered });

        // The champion has answered the same questions: ten failures of its challenger are told from none.
        bool isTold = CanaryErrors.AgainstControl((int)failed, answered, 0, answered) < 0.001 && failed >= 5;
        Assert.Equal(isStopped || isTold, finding?.Move == RampMove.Stop);
    }

    [Theory]
    [InlineData(1, 1_000, false)]
    [InlineData(2, 1_000, true)]
    public void More_than_one_score_in_a_thousand_that_is_no_number_stops_it(long unusable, long answered, bool isStopped) =>
        Assert.Equal(isStopped, new UnusableScoresRule().Look(Quiet with { Unusable = unusable, Answered = answered }) is { Move: RampMove.Stop });

    [Fact]
    public void Three_slow_looks_running_stop_it()
    {
        var slow = new SlowLooks(2, TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2));

        Assert.Null(new SlowRule().Look(Quiet with { Slow = slow }));
        Assert.Equal(RampMove.Stop, new SlowRule().Look(Quiet with { Slow = slow with { Count = 3 } })!.Move);
    }

    [Fact]
    public void Scores_that_moved_alone_stop_it_and_those_that_moved_with_the_champions_do_not()
    {
        var moved = PopulationStability.OfBins([500, 500], [100, 900]);
        var still = PopulationStability.OfBins([500, 500], [510, 490]);
        Assert.InRange(moved.Index, 0.25, 2);

        Assert.Equal(RampMove.Stop, new ScoresMovedRule().Look(Quiet with { ChallengerScores = moved, ChampionScores = still })!.Move);
        Assert.Null(new ScoresMovedRule().Look(Quiet with { ChallengerScores = moved, ChampionScores = moved }));
        Assert.Null(new ScoresMovedRule().Look(Quiet with { ChallengerScores = PopulationStability.OfBins([5, 5], [1, 9]), ChampionScores = still }));
    }

    [Fact]
    public void An_uneven_split_holds_it_and_goes_before_time()
    {
        double evidence = SampleRatio.LogEvidence([1_000, 0], [0.8, 0.2]);
        var verdict = RampVerdict.Of(Quiet with { UnevenEvidence = evidence }, [new UnevenSplitRule()]);

        Assert.Equal((RampMove.Hold, RampCodes.Uneven), (verdict.Move, verdict.Code));
    }

    [Fact]
    public void Losses_that_are_surely_higher_stop_it_and_what_stops_goes_before_what_holds()
    {
        var worse = ConfidenceSequence.OfMeans(0.1, 0.0001, 2_000, SurelyWorseRule.Level, SurelyWorseRule.Planned);
        var perhaps = ConfidenceSequence.OfMeans(0.02, 0.0001, 2_000, SurelyWorseRule.Level, SurelyWorseRule.Planned);
        var facts = Quiet with { Losses = worse, UnevenEvidence = 100 };

        Assert.Null(new SurelyWorseRule().Look(Quiet with { Losses = perhaps }));
        Assert.Equal(RampCodes.SurelyWorse, RampVerdict.Of(facts, [new UnevenSplitRule(), new SurelyWorseRule()]).Code);
    }
}

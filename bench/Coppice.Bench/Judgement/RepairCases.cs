using Coppice.Bench.Measurements;
using Coppice.Server.Evaluation;
using Coppice.Server.Gates;
using Coppice.Server.Learners;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;
using JudgedChallenger = Coppice.Server.Gates.Judgement;

namespace Coppice.Bench.Judgement;

/// <summary>
/// Repairs rung by rung as the server does them, learnt by the recipe <c>fast</c>, where the truth is known. In a world that stands still: how often is a version
/// promoted that is none better? Where the level has moved: is that repaired, and by the rung that costs least?
/// </summary>
internal sealed class RepairCases(BenchReport report)
{
    private const int Champions = 20;
    private const int EqualRepairs = 10;
    private const int NeededRepairs = 5;
    private const int LearntRows = 3_000;
    private const int NewRows = 1_000;
    private const int LookedBack = 2_000;
    private const int FreshRows = 2_000;
    private const int TrueRows = 20_000;
    private const double Moved = 0.5;

    /// <summary>As much faster as updates forget after a drift.</summary>
    private const double Fading = 4;

    private enum Rung
    {
        Recalibrate,
        Leaves,
        Trees,
        Full,
    }

    public void Run(CancellationToken cancellationToken)
    {
        BenchReport.Tell($"repair: {Champions * (EqualRepairs + (2 * NeededRepairs))} repairs");
        var still = Play(0, EqualRepairs, cancellationToken);
        double falsely = Share(still, repair => repair is { Winner: not null, Gain: <= 0 });
        report.Add(Line("repair.equal", "falsely_promoted", falsely) with { Must = 0.05, Holds = falsely <= 0.05 });
        // With a quarter more rows to learn from, some are truly better.
        report.Add(Line("repair.equal", "promoted", Share(still, repair => repair.Winner is not null)));
        foreach (var (name, moved) in (ReadOnlySpan<(string, double)>)[("repair.needed.up", Moved), ("repair.needed.down", -Moved)])
        {
            var needed = Play(moved, NeededRepairs, cancellationToken);
            double repaired = Share(needed, repair => repair is { Winner: not null, Gain: > 0 });
            report.Add(Line(name, "repaired", repaired) with { Must = 0.9, Holds = repaired >= 0.9 });
            double cheapest = Share(needed, repair => repair.Winner == Rung.Recalibrate);
            report.Add(Line(name, "by_the_cheapest", cheapest) with { Must = 0.8, Holds = cheapest >= 0.8 });
        }
    }

    private static List<Repair> Play(double level, int repairs, CancellationToken cancellationToken)
    {
        var played = new List<Repair>();
        for (int place = 0; place < Champions; place++)
        {
            var world = new RepairWorld(SplitMix64.ForReplicate(36, place));
            var learnt = world.Draw(LearntRows, 0).Data;
            var champion = new VotingLearner(Recipe.Fast).FitFull(learnt, Context(place, cancellationToken));
            var promise = world.Draw(FreshRows, 0).Data;
            var promised = Promised(promise, Score(champion, promise));
            var truth = world.Draw(TrueRows, level);
            for (int i = 0; i < repairs; i++)
                played.Add(Play(world, champion, learnt, promised, truth, level, Context((place * EqualRepairs) + i, cancellationToken)));
        }

        return played;
    }

    private static Repair Play(
        RepairWorld world, FittedModel champion, TrainingData learnt, PromisedLevel promised, (TrainingData Data, double[] Chances) truth, double level, FitContext context)
    {
        var news = world.Draw(NewRows, level).Data;
        var fresh = world.Draw(FreshRows, level).Data;
        double[] labels = [.. fresh.Labels.Select(label => (double)label)];
        double[] live = Score(champion, fresh);
        var gates = RepairRule.Share(GateOptions.Strict, Enum.GetValues<Rung>().Length);
        var block = new LabelledRows(labels, fresh.CustomerIds);
        var rule = new RepairRule(block, promised, gates);
        var tried = new List<(FittedModel Fit, JudgedChallenger Judgement)>();
        foreach (var rung in Enum.GetValues<Rung>())
        {
            var fit = Fit(rung, champion, learnt, news, context);
            tried.Add((fit, Judge(block, live, Score(fit, fresh), champion.Prior, gates)));
            if (rule.EndsWith(tried[^1].Judgement))
                break;
        }

        if (rule.Winner([.. tried.Select(t => t.Judgement)]) is not { } winner)
            return new Repair(null, 0);
        double before = TrueLoss(truth, champion);
        return new Repair((Rung)winner, (before - TrueLoss(truth, tried[winner].Fit)) / before);
    }

    private static FittedModel Fit(Rung rung, FittedModel champion, TrainingData learnt, TrainingData news, FitContext context)
    {
        if (rung == Rung.Recalibrate)
            return Recalibration.Of(news, champion);
        var learner = ILearner.For(champion.Recipe);
        var all = RepairWorld.Together(learnt, news);
        if (rung == Rung.Full)
            return learner.FitFull(all, context);
        var back = all.Take([.. Enumerable.Range(all.Rows - LookedBack, LookedBack)]);
        int[] places = [.. Enumerable.Range(LookedBack - NewRows, NewRows)];
        return learner.FitIncremental(back, champion, new IncrementalUpdate(IncrementalMethod.Refresh, rung == Rung.Leaves ? 0 : IncrementalOptions.RefreshTrees, places) { Fading = Fading }, context);
    }

    private static JudgedChallenger Judge(LabelledRows block, double[] champion, double[] challenger, double mean, GateOptions gates)
    {
        double[] labels = block.Labels.ToArray();
        var facts = JudgementFacts.Measure(
            new JudgementRows
            {
                Kind = PredictionKind.Probability,
                Labels = labels,
                Customers = [.. Enumerable.Range(0, labels.Length).Select(row => (long)row)],
                ChampionScores = champion,
                ChallengerScores = challenger,
                TrainingMean = mean,
            },
            gates);
        return new JudgedChallenger(DecisionRule.Of(gates).Decide(facts), BinaryMetrics.Of(block, challenger, 0.5), [], null, null, facts.AgainstChampion) { Scores = challenger };
    }

    private static PromisedLevel Promised(TrainingData rows, double[] scores)
    {
        var metrics = BinaryMetrics.Of(new LabelledRows([.. rows.Labels.Select(label => (double)label)], rows.CustomerIds), scores, 0.5);
        return PromisedLevel.Of(PredictionKind.Probability, new DecisionReport("", metrics.Values(), metrics.Estimates, [], [], null, null, 0.05));
    }

    private static double[] Score(FittedModel fit, TrainingData rows) => [.. MergedModel.Margins(fit.Model, rows.Features).Select(fit.Calibration.Apply)];

    private static double TrueLoss((TrainingData Data, double[] Chances) truth, FittedModel fit) =>
        Score(fit, truth.Data).Zip(truth.Chances, (score, chance) => (chance * Losses.Log(1, score)) + ((1 - chance) * Losses.Log(0, score))).Average();

    private static FitContext Context(int seed, CancellationToken cancellationToken) => new(seed, (_, _, _) => cancellationToken.ThrowIfCancellationRequested(), cancellationToken);

    private static double Share(List<Repair> played, Func<Repair, bool> isOne) => played.Count(isOne) / (double)played.Count;

    private static BenchLine Line(string name, string metric, double ours) => new(JudgementBenchmark.Name, name, metric, "share") { Ours = ours, Equal = true };

    /// <summary>Which rung was promoted, null for none, and by what part of the champion's true log-loss it is truly better.</summary>
    private sealed record Repair(Rung? Winner, double Gain);
}

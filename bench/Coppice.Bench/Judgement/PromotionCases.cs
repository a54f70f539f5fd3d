using Coppice.Bench.Measurements;
using Coppice.Server.Gates;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Bench.Judgement;

/// <summary>The gates of the preset <c>strict</c> on blocks of 2,000 fresh labels whose truth is known.</summary>
internal sealed class PromotionCases(BenchReport report)
{
    private const int Rows = 2_000;
    private const double StartNoise = 0.7;

    private readonly QualityCurve _curve = new();

    public void Run(CancellationToken cancellationToken)
    {
        Equal(cancellationToken);
        Better(cancellationToken);
        Slide(cancellationToken);
    }

    /// <summary>A hundred times 200 challengers that are as good as the champion.</summary>
    private void Equal(CancellationToken cancellationToken)
    {
        const int Decisions = 20_000;
        BenchReport.Tell("promote.equal");
        int promoted = Count(Decisions, StartNoise, cancellationToken);
        double share = promoted / (double)Decisions;
        report.Add(Line("promote.equal", "promoted", share) with { Must = 0.05, Holds = share <= 0.05 });
    }

    /// <summary>Challengers that are better by .015 of AUC.</summary>
    private void Better(CancellationToken cancellationToken)
    {
        const int Decisions = 1_000;
        BenchReport.Tell("promote.better");
        double noise = _curve.NoiseOf(_curve.AreaOf(StartNoise) + 0.015);
        double share = Count(Decisions, noise, cancellationToken) / (double)Decisions;
        report.Add(Line("promote.better", "promoted", share) with { Must = 0.9, Holds = share >= 0.9 });
    }

    /// <summary>A hundred challengers in turn, each worse than the champion by .003 of AUC give or take .004, and always a reason to be fresh.</summary>
    private void Slide(CancellationToken cancellationToken)
    {
        const int Lines = 20;
        const int Decisions = 100;
        BenchReport.Tell("promote.slide");
        double moved = 0;
        for (int line = 0; line < Lines; line++)
        {
            var world = new SimulatedWorld(SplitMix64.ForReplicate(3, line));
            double champion = StartNoise;
            double anchor = StartNoise;
            for (int decision = 0; decision < Decisions; decision++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                double challenger = _curve.NoiseOf(_curve.AreaOf(champion) - 0.003 + (0.004 * world.Normal()));
                var decided = Decide(world.Draw(Rows, champion, challenger, anchor), "the champion is 61 days old");
                if (decided.Outcome != DecisionOutcome.Promote)
                    continue;
                champion = challenger;
                anchor = decided.BecomesAnchor ? challenger : anchor;
            }

            moved += (_curve.AreaOf(champion) - _curve.AreaOf(StartNoise)) / Lines;
        }

        report.Add(Line("promote.slide", "auc_change", moved) with { Must = 0, Holds = moved >= 0 });
    }

    private static int Count(int decisions, double noise, CancellationToken cancellationToken)
    {
        int promoted = 0;
        for (int decision = 0; decision < decisions; decision++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var world = new SimulatedWorld(SplitMix64.ForReplicate(2, decision));
            promoted += Decide(world.Draw(Rows, StartNoise, noise), null).Outcome == DecisionOutcome.Promote ? 1 : 0;
        }

        return promoted;
    }

    private static Decision Decide((double[] Labels, double[][] Scores) block, string? freshnessReason)
    {
        var rows = new JudgementRows
        {
            Kind = PredictionKind.Probability,
            Labels = block.Labels,
            Customers = [.. Enumerable.Range(0, block.Labels.Length).Select(i => (long)i)],
            ChampionScores = block.Scores[0],
            ChallengerScores = block.Scores[1],
            AnchorScores = block.Scores.Length > 2 ? block.Scores[2] : null,
            TrainingMean = block.Labels.Average(),
            FreshnessReason = freshnessReason,
        };
        return DecisionRule.Of(GateOptions.Strict).Decide(JudgementFacts.Measure(rows, GateOptions.Strict));
    }

    private static BenchLine Line(string name, string metric, double ours) => new(JudgementBenchmark.Name, name, metric, "share") { Ours = ours, Equal = true };
}

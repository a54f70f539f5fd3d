using Coppice.Bench.Measurements;
using Coppice.Server.Gates;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Bench.Judgement;

/// <summary>
/// Versions that are equal in truth, on real rows. The same learner with another seed is not: one of the two is a little better on all rows there are. So each row is
/// answered by one of the two by a coin, and by the other version the other way round: what both achieve is the same by construction, and what they get wrong is real.
/// How often do the gates of <c>strict</c> promote one over the other, on rows that nothing has learnt from?
/// </summary>
internal static class RealEqualCase
{
    private const int Pairs = 100;
    private const int Coins = 30;
    private const double LearntShare = 0.6;
    private const int FreshRows = 2_000;
    private const double Must = 0.05;

    public static void Run(BenchReport report, CancellationToken cancellationToken)
    {
        foreach (var source in RealSource.All)
        {
            string name = $"real.equal.{source.Name}";
            if (source.Missing is { } missing)
            {
                report.Add(new SkippedLine(JudgementBenchmark.Name, name, missing));
                continue;
            }

            BenchReport.Tell($"{name}: {Pairs * Coins:N0} decisions");
            var table = source.Read();
            int promoted = 0;
            int promotedBySeed = 0;
            int different = 0;
            for (int pair = 0; pair < Pairs; pair++)
            {
                int[] order = table.Shuffled(SplitMix64.ForReplicate(31, pair));
                int[] learnt = order[..(int)(table.Rows * LearntShare)];
                int[] fresh = [.. order[learnt.Length..].Take(FreshRows)];
                double mean = table.LabelsOf(learnt).Average();
                double[] labels = table.LabelsOf(fresh);
                double[] one = table.Scores(learnt, fresh, 2 * pair, cancellationToken);
                double[] other = table.Scores(learnt, fresh, (2 * pair) + 1, cancellationToken);
                different += one.AsSpan().SequenceEqual(other) ? 0 : 1;
                promotedBySeed += IsPromoted(labels, one, other, mean) ? 1 : 0;
                for (int coin = 0; coin < Coins; coin++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var random = SplitMix64.ForReplicate(35, (pair * Coins) + coin);
                    bool[] heads = [.. labels.Select(_ => random.NextDouble() < 0.5)];
                    promoted += IsPromoted(labels, Mixed(heads, one, other), Mixed(heads, other, one), mean) ? 1 : 0;
                }
            }

            double share = promoted / (double)(Pairs * Coins);
            bool equal = source.IsAsCatalogued(table) && different == Pairs;
            report.Add(new BenchLine(JudgementBenchmark.Name, name, "promoted", "share") { Ours = share, Equal = equal, Must = Must, Holds = share <= Must });
            // Not all of these are equal: what another seed brings is sometimes better, and then right to promote.
            report.Add(new BenchLine(JudgementBenchmark.Name, name, "other_seed_promoted", "share") { Ours = promotedBySeed / (double)Pairs, Equal = equal });
        }
    }

    private static double[] Mixed(bool[] heads, double[] one, double[] other) => [.. heads.Select((isHead, row) => isHead ? one[row] : other[row])];

    private static bool IsPromoted(double[] labels, double[] champion, double[] challenger, double mean)
    {
        var rows = new JudgementRows
        {
            Kind = PredictionKind.Probability,
            Labels = labels,
            Customers = [.. Enumerable.Range(0, labels.Length).Select(row => (long)row)],
            ChampionScores = champion,
            ChallengerScores = challenger,
            TrainingMean = mean,
        };
        return DecisionRule.Of(GateOptions.Strict).Decide(JudgementFacts.Measure(rows, GateOptions.Strict)).Outcome == DecisionOutcome.Promote;
    }
}

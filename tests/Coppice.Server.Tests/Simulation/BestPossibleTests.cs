using Coppice.Server.Simulation;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Simulation;

public sealed class BestPossibleTests
{
    [Fact]
    public void Certainty_ranks_perfectly_and_costs_nothing()
    {
        var best = BestPossible.Of([0, 1, 1, 0, 0]);

        Assert.Equal(1, best.Auc);
        Assert.Equal(0, best.LogLoss);
    }

    [Fact]
    public void Equal_probabilities_rank_like_a_coin()
    {
        var best = BestPossible.Of([0.2, 0.2, 0.2, 0.2]);

        Assert.Equal(0.5, best.Auc, 1e-12);
        Assert.Equal(-(0.2 * Math.Log(0.2)) - (0.8 * Math.Log(0.8)), best.LogLoss, 1e-12);
    }

    [Fact]
    public void Auc_is_not_a_number_where_nothing_is_open() => Assert.Equal(double.NaN, BestPossible.Of([0, 0, 0]).Auc);

    [Fact]
    public void Auc_agrees_with_all_pairs_counted_one_by_one()
    {
        var random = new SplitMix64(7);
        double[] probabilities = [.. Enumerable.Range(0, 60).Select(_ => Math.Round(random.NextDouble(), 1))];
        double right = 0;
        double pairs = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            for (int j = 0; j < probabilities.Length; j++)
            {
                if (i == j) continue;
                double weight = probabilities[i] * (1 - probabilities[j]);
                pairs += weight;
                right += weight * (1 + Math.Sign(probabilities[i] - probabilities[j])) / 2;
            }
        }

        Assert.Equal(right / pairs, BestPossible.Of(probabilities).Auc, 1e-12);
    }
}

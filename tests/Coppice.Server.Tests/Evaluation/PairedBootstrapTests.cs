using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Evaluation;

public sealed class PairedBootstrapTests
{
    private const string File = "01_promotion.json";

    private static ulong Seed => Vectors.Read(File, "bootstrap", "seed").GetUInt64();

    [Fact]
    public void Stratified_auc_matches_the_recorded_replicates()
    {
        LabelledRows rows = BinaryBlock.Rows;
        ReplicateImprovement improvement = ReplicateImprovements.OfAuc(rows, BinaryBlock.Champion, BinaryBlock.Challenger);
        Matches("auc_delta_stratified", new PairedBootstrap(rows, Resampling.Stratified, Seed).Run(improvement)!);
    }

    [Fact]
    public void Plain_log_loss_matches_the_recorded_replicates()
    {
        LabelledRows rows = BinaryBlock.Rows;
        ReplicateImprovement improvement = ReplicateImprovements.OfLoss(rows, BinaryBlock.Champion, BinaryBlock.Challenger, Losses.Log);
        Matches("logloss_improvement_plain", new PairedBootstrap(rows, Resampling.Plain, Seed).Run(improvement)!);
    }

    [Fact]
    public void Plain_rmse_matches_the_recorded_replicates()
    {
        JsonElement vector = Vectors.Read(File, "regression");
        LabelledRows rows = BinaryBlock.Apart(vector.Numbers("y"));
        ReplicateImprovement improvement = ReplicateImprovements.OfRootMeanSquaredError(rows, vector.Numbers("champion"), vector.Numbers("challenger"));
        Matches("rmse_improvement_plain", new PairedBootstrap(rows, Resampling.Plain, Seed).Run(improvement)!);
    }

    [Fact]
    public void Clustered_draws_agree_with_the_clustered_error()
    {
        (LabelledRows rows, double[] champion, double[] challenger) = CorrelatedCustomers();
        BootstrapResult found = new PairedBootstrap(rows, Resampling.Clustered, 9)
            .Run(ReplicateImprovements.OfLoss(rows, champion, challenger, Losses.Log))!;
        double closed = new ScoreComparison(rows, champion, challenger).By(MetricNames.LogLoss)!.StandardError!.Value;
        Assert.InRange(found.StandardError / closed, 0.9, 1.1);
    }

    [Fact]
    public void Clustered_draws_of_amounts_agree_with_the_influences_of_the_gini()
    {
        (LabelledRows rows, double[] champion, double[] challenger) = CorrelatedCustomers();
        double[] amounts = new double[rows.Count];
        for (int row = 0; row < amounts.Length; row++)
            amounts[row] = rows.Labels[row] * Math.Exp(2 * challenger[row]);
        long[] customers = [.. rows.Clusters.OfRows.ToArray().Select(cluster => (long)cluster)];
        var valued = new LabelledRows(amounts, customers);
        BootstrapResult found = new PairedBootstrap(valued, Resampling.Clustered, 9).Run(Improvement, 400)!;
        double closed = new ScoreComparison(valued, champion, challenger).By(MetricNames.NormalisedGini)!.StandardError!.Value;
        Assert.InRange(found.StandardError / closed, 0.88, 1.12);

        double? Improvement(ReadOnlySpan<int> multiplicities)
        {
            List<int> drawn = [];
            for (int row = 0; row < multiplicities.Length; row++)
                drawn.AddRange(Enumerable.Repeat(row, multiplicities[row]));
            LabelledRows resampled = BinaryBlock.Apart([.. drawn.Select(row => amounts[row])]);
            return Gini.Of(resampled, [.. drawn.Select(row => challenger[row])])?.Value - Gini.Of(resampled, [.. drawn.Select(row => champion[row])])?.Value;
        }
    }

    [Fact]
    public void A_block_that_seldom_holds_both_classes_may_not_decide()
    {
        LabelledRows rows = BinaryBlock.Apart([1, 0, 0]);
        ReplicateImprovement improvement = ReplicateImprovements.OfAuc(rows, [0.3, 0.2, 0.1], [0.3, 0.1, 0.2]);
        Assert.Null(new PairedBootstrap(rows, Resampling.Plain, 1).Run(improvement));
    }

    private static (LabelledRows Rows, double[] Champion, double[] Challenger) CorrelatedCustomers()
    {
        var random = new SplitMix64(11);
        List<double> labels = [], champion = [], challenger = [];
        List<long> customers = [];
        for (int customer = 0; customer < 300; customer++)
        {
            double habit = random.NextDouble();
            long rows = 1 + random.NextBelow(6);
            for (int row = 0; row < rows; row++)
            {
                customers.Add(customer);
                labels.Add(random.NextDouble() < habit ? 1 : 0);
                champion.Add(0.2 + (0.6 * random.NextDouble()));
                challenger.Add(Math.Clamp((0.7 * habit) + (0.3 * random.NextDouble()), 0.02, 0.98));
            }
        }
        return (new LabelledRows([.. labels], [.. customers]), [.. champion], [.. challenger]);
    }

    private static void Matches(string key, BootstrapResult found)
    {
        JsonElement vector = Vectors.Read(File, "bootstrap", key);
        Vectors.Close(vector.Numbers("first3"), [.. found.Improvements.Take(3)]);
        Vectors.Close(vector.Number("mean"), found.Mean);
        Vectors.Close(vector.Number("se"), found.StandardError);
        Vectors.Close(vector.Numbers("ci95"), [found.Lower, found.Upper]);
        Vectors.Close(vector.Number("lcb95"), found.LowerBound);
        Vectors.Close(vector.Number("p_one_sided"), found.SuperiorityP);
    }
}

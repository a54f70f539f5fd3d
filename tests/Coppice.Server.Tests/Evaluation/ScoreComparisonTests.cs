using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Evaluation;

public sealed class ScoreComparisonTests
{
    private const string File = "01_promotion.json";

    [Fact]
    public void Placements_are_those_of_delong()
    {
        JsonElement vector = BinaryBlock.Recorded;
        LabelledRows rows = BinaryBlock.Rows;
        AucPlacements champion = AucPlacements.Of(rows, BinaryBlock.Champion)!;
        Vectors.Close(vector.Number("auc_champion"), champion.Auc);
        Vectors.Close(vector.Numbers("V10_champion"), Placements(rows, champion, 1));
        Vectors.Close(vector.Numbers("V01_champion"), Placements(rows, champion, 0));
    }

    [Fact]
    public void Auc_of_versions_is_compared_within_customers()
    {
        JsonElement vector = BinaryBlock.Recorded;
        PairedComparison found = new ScoreComparison(BinaryBlock.ClusteredRows, BinaryBlock.Champion, BinaryBlock.Challenger).By(MetricNames.Auc)!;
        Vectors.Close(vector.Number("auc_champion"), found.Champion);
        Vectors.Close(vector.Number("auc_challenger"), found.Challenger);
        Vectors.Close(vector.Number("delta_auc"), found.Improvement);
        Vectors.Close(vector.Number("cluster_se"), found.StandardError);
        Vectors.Close(PairedComparison.ResolvableErrors * vector.Number("cluster_se"), found.Resolvable);
    }

    [Fact]
    public void Bounds_and_tests_follow_from_improvement_and_error()
    {
        JsonElement vector = BinaryBlock.Recorded;
        PairedComparison found = PairedComparison.FromError(
            MetricNames.Auc, vector.Number("auc_champion"), vector.Number("auc_challenger"), vector.Number("delta_auc"), vector.Number("delong_se"), 20);
        Vectors.Close(vector.Number("delong_z"), found.Z);
        Vectors.Close(vector.Number("delong_p_two_sided"), found.TwoSidedP);
        Vectors.Close(vector.Number("p_one_sided_superiority"), found.SuperiorityP);
        Vectors.Close(vector.Number("lcb95_one_sided"), found.LowerBound);
        Vectors.Close(vector.Number("p_noninferiority"), found.NonInferiorityP(vector.Number("noninferiority_margin")));
    }

    [Fact]
    public void One_row_per_customer_gives_delongs_error_up_to_the_small_sample_factor()
    {
        // DeLong divides by m - 1 and n - 1 within the classes, the clustered form by C - 1 overall: equal up to 1 + O(1/m).
        JsonElement vector = BinaryBlock.Recorded;
        PairedComparison found = new ScoreComparison(BinaryBlock.Rows, BinaryBlock.Champion, BinaryBlock.Challenger).By(MetricNames.Auc)!;
        Assert.InRange(found.StandardError!.Value / vector.Number("delong_se"), 0.9, 1.05);
    }

    [Fact]
    public void Equal_rankings_are_equal_and_not_unknown()
    {
        PairedComparison found = new ScoreComparison(BinaryBlock.Rows, BinaryBlock.Champion, BinaryBlock.Champion).By(MetricNames.Auc)!;
        JsonElement vector = Vectors.Read("01_promotion.json", "binary_edge_identical");
        Assert.Equal(vector.Number("delta_auc"), found.Improvement);
        Assert.Equal(vector.Number("se"), found.StandardError);
        Assert.Equal(0, found.Z);
        Assert.Equal(vector.Number("p_two_sided"), found.TwoSidedP);
    }

    [Fact]
    public void A_difference_without_error_is_not_trusted() =>
        Assert.Null(PairedComparison.FromError(MetricNames.Auc, 0.7, 0.8, 0.1, 0, 20).LowerBound);

    [Fact]
    public void Log_loss_and_brier_match_the_recorded_values()
    {
        JsonElement logLoss = Vectors.Read(File, "logloss");
        PairedComparison apart = new ScoreComparison(BinaryBlock.Rows, BinaryBlock.Champion, BinaryBlock.Challenger).By(MetricNames.LogLoss)!;
        PairedComparison together = new ScoreComparison(BinaryBlock.ClusteredRows, BinaryBlock.Champion, BinaryBlock.Challenger).By(MetricNames.LogLoss)!;
        Vectors.Close(logLoss.Number("champion"), apart.Champion);
        Vectors.Close(logLoss.Number("challenger"), apart.Challenger);
        Vectors.Close(logLoss.Number("improvement"), apart.Improvement);
        Vectors.Close(logLoss.Number("se_iid"), apart.StandardError);
        Vectors.Close(logLoss.Number("se_cluster"), together.StandardError);

        JsonElement brier = Vectors.Read(File, "brier");
        PairedComparison squared = new ScoreComparison(BinaryBlock.Rows, BinaryBlock.Champion, BinaryBlock.Challenger).By(MetricNames.Brier)!;
        Vectors.Close(brier.Number("improvement"), squared.Improvement);
        Vectors.Close(brier.Number("se_iid"), squared.StandardError);
    }

    [Fact]
    public void Certain_and_wrong_probabilities_cost_the_clipped_loss()
    {
        JsonElement extreme = Vectors.Read(File, "logloss", "extreme");
        double[] labels = extreme.Numbers("y");
        double[] scores = extreme.Numbers("p");
        double mean = labels.Zip(scores, Losses.Log).Average();
        Vectors.Close(extreme.Number("logloss_clip1e-15"), mean);
    }

    [Fact]
    public void Accuracy_improves_by_the_rows_won()
    {
        PairedComparison found = new ScoreComparison(BinaryBlock.Rows, BinaryBlock.Champion, BinaryBlock.Challenger).By(MetricNames.Accuracy)!;
        Vectors.Close(0.85, found.Champion);
        Vectors.Close(1, found.Challenger);
        Vectors.Close(0.15, found.Improvement);
    }

    [Fact]
    public void Amounts_are_compared_with_the_recorded_errors()
    {
        JsonElement vector = Vectors.Read(File, "regression");
        var comparison = new ScoreComparison(BinaryBlock.Apart(vector.Numbers("y")), vector.Numbers("champion"), vector.Numbers("challenger"));
        PairedComparison root = comparison.By(MetricNames.RootMeanSquaredError)!;
        Vectors.Close(vector.Number("rmse_champion"), root.Champion);
        Vectors.Close(vector.Number("rmse_challenger"), root.Challenger);
        Vectors.Close(vector.Number("delta_rmse_improvement"), root.Improvement);
        Vectors.Close(vector.Number("delta_rmse_se"), root.StandardError);
        PairedComparison determination = comparison.By(MetricNames.R2)!;
        Vectors.Close(vector.Number("r2_champion"), determination.Champion);
        Vectors.Close(vector.Number("r2_challenger"), determination.Challenger);
        Vectors.Close(vector.Number("delta_r2"), determination.Improvement);
        Vectors.Close(vector.Number("delta_r2_se"), determination.StandardError);
        PairedComparison absolute = comparison.By(MetricNames.MeanAbsoluteError)!;
        Vectors.Close(vector.Number("mae_champion") - vector.Number("mae_challenger"), absolute.Improvement);
        Vectors.Close(vector.Number("mae_improvement_se"), absolute.StandardError);
        Assert.True(comparison.By(MetricNames.TweedieDeviance)!.Improvement > 0);
    }

    [Fact]
    public void Gini_of_zeros_and_ones_is_twice_the_auc_less_one()
    {
        var random = new SplitMix64(5);
        var labels = new double[4000];
        var customers = new long[labels.Length];
        var champion = new double[labels.Length];
        var challenger = new double[labels.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            customers[row] = random.NextBelow(1500);
            double truth = random.NextDouble();
            labels[row] = random.NextDouble() < truth ? 1 : 0;
            challenger[row] = Math.Round((0.8 * truth) + (0.2 * random.NextDouble()), 2);
            champion[row] = (0.5 * truth) + (0.5 * random.NextDouble());
        }
        var comparison = new ScoreComparison(new LabelledRows(labels, customers), champion, challenger);
        PairedComparison auc = comparison.By(MetricNames.Auc)!;
        PairedComparison gini = comparison.By(MetricNames.NormalisedGini)!;
        Vectors.Close((2 * auc.Champion) - 1, gini.Champion);
        Vectors.Close(2 * auc.Improvement, gini.Improvement);
        Vectors.Close(2 * auc.StandardError!.Value, gini.StandardError, 1e-4);
    }

    [Fact]
    public void One_class_has_no_auc()
    {
        LabelledRows rows = BinaryBlock.Apart([1, 1, 1]);
        Assert.Null(new ScoreComparison(rows, [0.2, 0.3, 0.4], [0.1, 0.3, 0.4]).By(MetricNames.Auc));
    }

    [Fact]
    public void Scores_that_are_not_probabilities_are_refused() =>
        Assert.Throws<ArgumentException>(() => new ScoreComparison(BinaryBlock.Apart([1, 0]), [0.5, 1.5], [0.5, 0.5]).By(MetricNames.LogLoss));

    private static double[] Placements(LabelledRows rows, AucPlacements placements, double label)
    {
        List<double> found = [];
        for (int row = 0; row < rows.Count; row++)
        {
            if (rows.Labels[row] == label)
                found.Add(placements.OfRows[row]);
        }
        return [.. found];
    }
}

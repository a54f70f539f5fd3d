using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Evaluation;

public sealed class BinaryMetricsTests
{
    [Fact]
    public void Calibration_matches_the_recorded_values()
    {
        JsonElement vector = Vectors.Read("07_calibration_clv.json", "calibration_metrics");
        double[] labels = vector.Numbers("y");
        LabelledRows rows = BinaryBlock.Apart(labels);
        BinaryMetrics found = BinaryMetrics.Of(rows, vector.Numbers("p"), labels.Average(), bins: 5);
        Vectors.Close(vector.Number("ece"), found.CalibrationError);
        Vectors.Close(vector.Number("mce"), found.LargestCalibrationError);
        Vectors.Close(vector.Number("brier"), found.Brier);
        Vectors.Close(vector.Number("brier_skill_score"), found.BrierSkill);
        Vectors.Close(vector.Number("spiegelhalter_z"), found.SpiegelhalterZ);
        Vectors.Close(vector.Number("logloss_skill_vs_prior"), found.Skill);
        foreach ((JsonElement expected, CalibrationBin bin) in vector.GetProperty("bins_meanp_meany_n").EnumerateArray().Zip(found.CalibrationBins))
            Vectors.Close(expected.Numbers(), [bin.MeanPrediction, bin.MeanLabel, bin.Rows]);
    }

    [Fact]
    public void Counts_at_the_threshold_give_the_ratios()
    {
        BinaryMetrics found = BinaryMetrics.Of(BinaryBlock.Apart([1, 1, 1, 0, 0, 0, 0, 0]), [0.9, 0.5, 0.2, 0.5, 0.4, 0.3, 0.1, 0.1], 0.3);
        Assert.Equal(new ConfusionMatrix(0.5, 2, 1, 4, 1), found.Confusion);
        Vectors.Close(0.75, found.Confusion.Accuracy);
        Vectors.Close(2.0 / 3, found.Confusion.Precision);
        Vectors.Close(2.0 / 3, found.Confusion.Recall);
        Vectors.Close(2.0 / 3, found.Confusion.F1);
        // Ranking: 0.9 (+), {0.5 +, 0.5 -}, 0.4, 0.3, 0.2 (+): precision 1, 2/3, 3/6.
        Vectors.Close((1 + (2.0 / 3) + 0.5) / 3, found.AveragePrecision);
    }

    [Fact]
    public void Ratios_without_a_denominator_are_null_and_not_zero()
    {
        BinaryMetrics found = BinaryMetrics.Of(BinaryBlock.Apart([0, 0, 0]), [0.1, 0.2, 0.3], 0.1);
        Assert.Null(found.Auc);
        Assert.Null(found.Confusion.Precision);
        Assert.Null(found.Confusion.Recall);
        Assert.Null(found.AveragePrecision);
        Assert.Null(found.CalibrationSlope);
        Assert.Null(found.TopDecileLift);
    }

    [Fact]
    public void No_rows_have_no_metrics()
    {
        BinaryMetrics found = BinaryMetrics.Of(BinaryBlock.Apart([]), [], 0.1);
        Assert.All(found.Values().Values, value => Assert.Null(value));
    }

    [Fact]
    public void A_constant_prediction_has_no_rank_and_no_lift_whatever_the_order_of_rows()
    {
        double[] labels = [.. Enumerable.Range(0, 100).Select(row => row < 30 ? 1.0 : 0.0)];
        BinaryMetrics found = BinaryMetrics.Of(BinaryBlock.Apart(labels), [.. Enumerable.Repeat(0.3, 100)], 0.3);
        Vectors.Close(0.5, found.Auc);
        Vectors.Close(1, found.TopDecileLift);
        Vectors.Close(0, found.CalibrationError);
        Vectors.Close(0, found.Skill);
        Assert.Null(found.CalibrationSlope);
    }

    [Fact]
    public void Neither_the_order_of_rows_nor_of_ties_changes_a_metric()
    {
        var random = new SplitMix64(8);
        double[] scores = [.. Enumerable.Range(0, 500).Select(_ => random.NextBelow(20) / 20.0)];
        double[] labels = [.. scores.Select(score => random.NextDouble() < score ? 1.0 : 0.0)];
        int[] shuffled = OrderStatistics.AscendingOrder([.. scores.Select(_ => random.NextDouble())]);
        BinaryMetrics one = BinaryMetrics.Of(BinaryBlock.Apart(labels), scores, 0.5);
        BinaryMetrics other = BinaryMetrics.Of(BinaryBlock.Apart([.. shuffled.Select(row => labels[row])]), [.. shuffled.Select(row => scores[row])], 0.5);
        foreach ((string name, double? value) in one.Values())
        {
            // Without costs acting has no value.
            if (name == MetricNames.Value)
                Assert.Null(value);
            else
                Vectors.Close(value!.Value, other.Values()[name]);
        }
    }

    [Fact]
    public void Auc_is_the_share_of_pairs_in_the_right_order()
    {
        var random = new SplitMix64(9);
        double[] scores = [.. Enumerable.Range(0, 200).Select(_ => random.NextBelow(30) / 30.0)];
        double[] labels = [.. scores.Select(score => random.NextDouble() < score ? 1.0 : 0.0)];
        IEnumerable<double> pairs =
            from positive in Enumerable.Range(0, 200).Where(row => labels[row] > 0)
            from negative in Enumerable.Range(0, 200).Where(row => labels[row] == 0)
            select scores[positive] > scores[negative] ? 1 : scores[positive] == scores[negative] ? 0.5 : 0;
        Vectors.Close(pairs.Average(), BinaryMetrics.Of(BinaryBlock.Apart(labels), scores, 0.5).Auc);
    }

    [Fact]
    public void Estimates_carry_the_error_of_the_single_version()
    {
        BinaryMetrics found = BinaryMetrics.Of(BinaryBlock.ClusteredRows, BinaryBlock.Champion, 0.35);
        MetricEstimate auc = found.Estimates[MetricNames.Auc];
        Assert.Equal(found.Auc, auc.Value);
        Assert.InRange(auc.StandardError, 0.04, 0.1);
        Assert.True(auc.Lower < auc.Value && auc.Value < auc.Upper);
        // 20 rows, 3 wrong, one customer each: the binomial error with n - 1.
        BinaryMetrics apart = BinaryMetrics.Of(BinaryBlock.Rows, BinaryBlock.Champion, 0.35);
        Vectors.Close(Math.Sqrt(0.85 * 0.15 / 19), apart.Estimates[MetricNames.Accuracy].StandardError);
        Assert.Contains(MetricNames.LogLoss, found.Estimates.Keys);
    }
}

using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Evaluation;

public sealed class AmountMetricsTests
{
    private const string File = "07_calibration_clv.json";

    [Fact]
    public void Deviance_matches_the_recorded_value()
    {
        JsonElement vector = Vectors.Read(File, "tweedie");
        AmountMetrics found = AmountMetrics.Of(BinaryBlock.Apart(vector.Numbers("y")), vector.Numbers("mu"), 5);
        Vectors.Close(vector.Number("mean_deviance"), found.TweedieDeviance);
    }

    [Fact]
    public void Ranks_match_the_recorded_values()
    {
        JsonElement vector = Vectors.Read(File, "gini");
        LabelledRows rows = BinaryBlock.Apart(vector.Numbers("y"));
        double[] scores = vector.Numbers("pred");
        AmountMetrics found = AmountMetrics.Of(rows, scores, 20);
        Vectors.Close(vector.Number("normalised"), found.NormalisedGini);
        Vectors.Close(vector.Number("spearman"), found.Spearman);
        Vectors.Close(vector.Number("top20pct_capture"), EqualMassBins.TopShare(rows, scores, OrderStatistics.AscendingOrder(scores), 0.2));
    }

    [Fact]
    public void Errors_match_the_recorded_values()
    {
        JsonElement vector = Vectors.Read("01_promotion.json", "regression");
        AmountMetrics found = AmountMetrics.Of(BinaryBlock.Apart(vector.Numbers("y")), vector.Numbers("champion"), 20);
        Vectors.Close(vector.Number("rmse_champion"), found.RootMeanSquaredError);
        Vectors.Close(vector.Number("mae_champion"), found.MeanAbsoluteError);
        Vectors.Close(vector.Number("r2_champion"), found.R2);
        Vectors.Close(vector.Numbers("champion").Sum() / vector.Numbers("y").Sum(), found.TotalRatio);
        Assert.InRange(found.Top5Share!.Value, 0.9, 1);
        Vectors.Close(1, found.DecileShares.Sum());
    }

    [Fact]
    public void The_error_of_logarithms_counts_times_and_not_sums()
    {
        // e times too much of 1 + 0, and right about the rest.
        AmountMetrics found = AmountMetrics.Of(BinaryBlock.Apart([0, 10, 20, 1_000]), [Math.E - 1, 10, 20, 1_000], 10);
        Vectors.Close(0.5, found.RootMeanSquaredLogError);
        // The mean of 1, 0, 0 and 0 has the error 1/4, its root half of that over itself.
        Vectors.Close(0.25, found.Estimates[MetricNames.RootMeanSquaredLogError].StandardError);
        Assert.Null(AmountMetrics.Of(BinaryBlock.Apart([0, 10]), [-1, 8], 10).RootMeanSquaredLogError);
        Assert.Null(AmountMetrics.Of(BinaryBlock.Apart([-1, 10]), [1, 8], 10).RootMeanSquaredLogError);
    }

    [Fact]
    public void A_prediction_that_is_not_positive_has_no_deviance_and_is_judged_by_its_distance()
    {
        AmountMetrics found = AmountMetrics.Of(BinaryBlock.Apart([0, 10, 20]), [0, 8, 19], 10);
        Assert.Null(found.TweedieDeviance);
        Vectors.Close(1 - (3.0 / 20), found.Skill);
    }

    [Fact]
    public void Equal_amounts_have_no_r2_and_no_gini()
    {
        AmountMetrics found = AmountMetrics.Of(BinaryBlock.Apart([3, 3, 3]), [1, 2, 3], 3);
        Assert.Null(found.R2);
        Assert.Null(found.NormalisedGini);
    }

    [Fact]
    public void Values_are_found_by_stable_name()
    {
        AmountMetrics found = AmountMetrics.Of(BinaryBlock.Apart([0, 10, 20]), [1, 8, 19], 10);
        Assert.Equal(found.MeanAbsoluteError, found.Values()[MetricNames.MeanAbsoluteError]);
        Assert.All(MetricDefinition.All, metric => Assert.Matches("^[a-z0-9_]+$", metric.Name));
    }
}

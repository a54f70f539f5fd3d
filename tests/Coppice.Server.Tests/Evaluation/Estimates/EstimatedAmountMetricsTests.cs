using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Evaluation.Estimates;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Evaluation.Estimates;

public sealed class EstimatedAmountMetricsTests
{
    [Fact]
    public void Expected_errors_match_the_recorded_values()
    {
        JsonElement vector = Vectors.Read("05_performance_estimation.json", "dle");
        EstimatedAmountMetrics found = EstimatedAmountMetrics.Of(vector.Numbers("predicted_abs_error"), vector.Numbers("predicted_sq_error"), 1);
        Vectors.Close(vector.Number("mae_estimate"), found.MeanAbsoluteError!.Value);
        Vectors.Close(vector.Number("rmse_estimate"), found.RootMeanSquaredError);
        // The recorded clipping: an error below zero counts as none.
        Vectors.Close(vector.Numbers("clipped").Average(), found.MeanAbsoluteError.Value);
    }

    [Fact]
    public void The_error_shrinks_with_rows_as_recorded()
    {
        JsonElement vector = Vectors.Read("05_performance_estimation.json", "dle", "se_mae_from_reference_sd");
        double[] errors = new double[vector.GetProperty("n").GetInt32()];
        Vectors.Close(vector.Number("se"), EstimatedAmountMetrics.Of(errors, errors, vector.Number("sd_ref_abs_error")).MeanAbsoluteError!.StandardError);
    }

    [Fact]
    public void Errors_of_logarithms_follow_the_recorded_formula_of_squared_ones()
    {
        JsonElement vector = Vectors.Read("05_performance_estimation.json", "dle");
        double[] squared = vector.Numbers("predicted_sq_error");
        MetricEstimate found = EstimatedAmountMetrics.RootMeanSquaredLog(squared, 7.5)!;
        Vectors.Close(vector.Number("rmse_estimate"), found.Value);
        // A root moves by what is under it over twice itself.
        Vectors.Close(7.5 / Math.Sqrt(squared.Length) / (2 * found.Value), found.StandardError);
        Assert.Null(EstimatedAmountMetrics.RootMeanSquaredLog([-1, 0], 1));
    }

    [Fact]
    public void No_rows_have_no_errors()
    {
        Assert.Null(EstimatedAmountMetrics.RootMeanSquaredLog([], 1));
        EstimatedAmountMetrics found = EstimatedAmountMetrics.Of([], [], 1);
        Assert.Null(found.MeanAbsoluteError);
        Assert.Null(found.RootMeanSquaredError);
    }

    [Fact]
    public void What_is_no_number_is_refused()
    {
        Assert.Throws<ArgumentException>(() => EstimatedAmountMetrics.Of([1, double.NaN], [1, 1], 1));
        Assert.Throws<ArgumentException>(() => EstimatedAmountMetrics.Of([1], [1, 1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EstimatedAmountMetrics.Of([1], [1], double.NaN));
    }
}

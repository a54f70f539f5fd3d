using System.Globalization;
using System.Text.Json;
using Coppice.Server.Learners;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Learners;

public sealed class CalibrationFitTests
{
    private const string File = "07_calibration_clv.json";

    private static JsonElement Recorded => Vectors.Read(File, "platt");

    [Fact]
    public void Platt_matches_the_recorded_fit()
    {
        Calibration found = CalibrationFit.Platt(Recorded.Numbers("margin"), Recorded.Numbers("y"))!;
        Vectors.Close(Recorded.Number("slope"), found.Slope);
        Vectors.Close(Recorded.Number("intercept"), found.Intercept);
        foreach (JsonProperty point in Recorded.GetProperty("p_at_margin").EnumerateObject())
            Vectors.Close(point.Value.GetDouble(), found.Apply(double.Parse(point.Name)));
    }

    [Fact]
    public void Recalibration_without_smoothing_matches_fit_and_errors()
    {
        JsonElement vector = Vectors.Read(File, "logistic_recalibration_no_smoothing");
        LogisticRecalibration found = LogisticRecalibration.Fit(Recorded.Numbers("margin"), Recorded.Numbers("y"))!.Value;
        Vectors.Close(vector.Number("slope"), found.Slope);
        Vectors.Close(vector.Number("intercept"), found.Intercept);
        Vectors.Close(vector.Number("se_slope"), found.SlopeError);
        Vectors.Close(vector.Number("se_intercept"), found.InterceptError);
    }

    [Fact]
    public void The_beta_curve_matches_the_recorded_fit()
    {
        JsonElement vector = Vectors.Read(File, "beta_calibration_unconstrained");
        double[] margins = [.. vector.Numbers("s").Select(Logistic.LogOdds)];
        Calibration found = CalibrationFit.Beta(margins, vector.Numbers("y"))!;
        Vectors.Close(vector.Number("a"), found.Slope);
        Vectors.Close(vector.Number("b"), found.HighSlope);
        Vectors.Close(vector.Number("c"), found.Intercept);
        foreach (JsonProperty point in vector.GetProperty("p_at_s").EnumerateObject())
            Vectors.Close(point.Value.GetDouble(), found.Apply(Logistic.LogOdds(double.Parse(point.Name, CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void A_beta_curve_never_falls()
    {
        // Beyond even odds, labels get rarer again: the free fit would turn the ranking of the likely around.
        double[] margins = [.. Enumerable.Range(0, 400).Select(row => (row - 200) / 50.0)];
        double[] labels = [.. margins.Select((margin, row) => margin < 0 ? row % 2 : row % 5 == 0 ? 1.0 : 0.0)];
        if (BetaCalibration.Fit(margins, labels) is { } fit)
            Assert.True(fit.LowSlope >= 0 && fit.HighSlope >= 0, fit.ToString());
        double[] squeezed = [.. margins.Select((margin, row) => margin < 0 ? row % 10 == 0 ? 1.0 : 0.0 : row % 10 < 8 - (2 * margin) ? 1.0 : 0.0)];
        BetaCalibration bent = BetaCalibration.Fit(margins, squeezed)!.Value;
        Assert.Equal(0, bent.HighSlope);
        Assert.True(bent.LowSlope > 0);
    }

    [Fact]
    public void Two_slopes_are_a_beta_curve() =>
        Assert.Equal(CalibrationKind.Beta, Drawn(6000, new BetaCalibration(2, 0.3, 0).Apply).Kind);

    [Fact]
    public void The_intercept_shift_makes_the_mean_right()
    {
        double[] margins = Recorded.Numbers("margin");
        double[] labels = Recorded.Numbers("y");
        Vectors.Close(Vectors.Read(File, "intercept_shift").Number("delta"), CalibrationFit.Intercept(margins, labels).Intercept);

        JsonElement target = Vectors.Read(File, "intercept_shift_target");
        Vectors.Close(target.Number("delta"), LogisticRecalibration.InterceptShift(target.Numbers("margin"), target.Number("target_mean")));
    }

    [Fact]
    public void The_intercept_shift_is_found_from_far_away()
    {
        double[] margins = [-900, -850, -700];
        double shift = LogisticRecalibration.InterceptShift(margins, 0.5);
        Vectors.Close(0.5, margins.Average(margin => Logistic.Sigmoid(margin + shift)));
    }

    [Fact]
    public void Isotonic_matches_the_recorded_curve()
    {
        JsonElement vector = Vectors.Read(File, "isotonic");
        (double[] knots, double[] values) = IsotonicRegression.Fit(vector.Numbers("x"), vector.Numbers("y"));
        double At(double x) => IsotonicRegression.Interpolate(knots, values, x);
        Vectors.Close(vector.Numbers("fitted"), [.. vector.Numbers("unique_x").Select(At)]);
        Vectors.Close(vector.Numbers("predict_linear_interp_clip"), [.. vector.Numbers("predict_x").Select(At)]);
    }

    [Fact]
    public void Rows_that_all_agree_at_an_end_of_the_curve_make_no_certainty()
    {
        Calibration found = CalibrationFit.Isotonic([1, 2, 3, 4, 5, 6, 7, 8], [0, 0, 0, 1, 0, 1, 1, 1]);
        const double RankShare = 2e-6;
        Vectors.Close(0.2, found.Apply(-100), RankShare);
        Vectors.Close(0.2, found.Apply(3), RankShare);
        Vectors.Close(0.5, found.Apply(4.5), RankShare);
        Vectors.Close(0.8, found.Apply(6), RankShare);
        Vectors.Close(0.8, found.Apply(100), RankShare);
        Assert.True(found.Apply(1) < found.Apply(3), "Ranks survive the level steps.");
    }

    [Fact]
    public void Few_rows_are_only_shifted()
    {
        Calibration found = CalibrationFit.OfProbabilities(Recorded.Numbers("margin"), Recorded.Numbers("y"));
        Assert.Equal(CalibrationKind.Intercept, found.Kind);
    }

    [Fact]
    public void A_slope_that_is_right_is_left_alone() => Assert.Equal(CalibrationKind.Intercept, Drawn(800, margin => margin + 0.4).Kind);

    [Fact]
    public void An_overconfident_slope_is_stretched()
    {
        Calibration found = Drawn(4000, margin => 0.5 * margin);
        Assert.Equal(CalibrationKind.Platt, found.Kind);
        Assert.InRange(found.Slope, 0.4, 0.6);
    }

    [Fact]
    public void A_bent_curve_is_isotonic_given_enough_rows()
    {
        static double Bent(double margin) => margin < 0 ? -2 : 3;
        Assert.Equal(CalibrationKind.Isotonic, Drawn(5000, Bent).Kind);
        Assert.NotEqual(CalibrationKind.Isotonic, Drawn(900, Bent).Kind);
    }

    [Fact]
    public void One_class_gives_a_finite_shift()
    {
        Calibration found = CalibrationFit.OfProbabilities([-1, 0, 1], [0, 0, 0]);
        Assert.True(double.IsFinite(found.Intercept));
        Assert.InRange(found.Apply(0), 0.01, 0.4);
    }

    [Fact]
    public void Separated_classes_keep_the_shift()
    {
        double[] margins = [.. Enumerable.Range(0, 200).Select(row => row < 100 ? -1.0 - (row * 0.01) : 1.0 + (row * 0.01))];
        double[] labels = [.. Enumerable.Range(0, 200).Select(row => row < 100 ? 0.0 : 1.0)];
        Assert.Equal(CalibrationKind.Intercept, CalibrationFit.OfProbabilities(margins, labels).Kind);
    }

    [Fact]
    public void No_rows_correct_nothing()
    {
        Assert.Equal(CalibrationKind.None, CalibrationFit.OfProbabilities([], []).Kind);
        Assert.Equal(CalibrationKind.None, CalibrationFit.OfAmounts([1, 2], [0, 0]).Kind);
    }

    [Fact]
    public void Amounts_are_scaled_until_the_total_is_right()
    {
        double[] margins = [0.1, 2.5, 4, 900];
        double[] labels = [0, 30, 2, 1000];
        Calibration found = CalibrationFit.OfAmounts(margins, labels);
        Vectors.Close(1032, margins.Sum(found.Apply), 1e-9);
    }

    [Fact]
    public void A_calibration_survives_json_bit_for_bit()
    {
        Calibration curve = CalibrationFit.Isotonic([0.1, 0.2, 0.3, 1.0 / 3], [0, 1, 0, 1]);
        Calibration read = JsonSerializer.Deserialize<Calibration>(JsonSerializer.Serialize(curve))!;
        Assert.Equal(curve.Knots, read.Knots);
        Assert.Equal(curve.Values, read.Values);
        Assert.Equal((curve.Kind, curve.Link), (read.Kind, read.Link));
        Calibration platt = new() { Link = MarginLink.LogOdds, Kind = CalibrationKind.Platt, Slope = 1.0 / 3, Intercept = -0.1 };
        Assert.Equal(platt.Apply(0.7), JsonSerializer.Deserialize<Calibration>(JsonSerializer.Serialize(platt))!.Apply(0.7));
    }

    private static Calibration Drawn(int rows, Func<double, double> truth)
    {
        var random = new SplitMix64(21);
        var margins = new double[rows];
        var labels = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            margins[row] = (8 * random.NextDouble()) - 4;
            labels[row] = random.NextDouble() < Logistic.Sigmoid(truth(margins[row])) ? 1 : 0;
        }
        return CalibrationFit.OfProbabilities(margins, labels);
    }
}

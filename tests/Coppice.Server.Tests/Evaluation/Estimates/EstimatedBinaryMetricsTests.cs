using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Evaluation.Estimates;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Evaluation.Estimates;

public sealed class EstimatedBinaryMetricsTests
{
    private static JsonElement Recorded => Vectors.Read("05_performance_estimation.json", "cbpe");

    [Fact]
    public void Expected_counts_and_ratios_match_the_recorded_values()
    {
        JsonElement vector = Recorded;
        ExpectedConfusion found = Estimate(vector).Confusion;
        Vectors.Close(
            [vector.Number("E_TP"), vector.Number("E_FP"), vector.Number("E_FN"), vector.Number("E_TN")],
            [found.TruePositives, found.FalsePositives, found.FalseNegatives, found.TrueNegatives]);
        Vectors.Close(vector.Number("accuracy"), found.Accuracy);
        Vectors.Close(vector.Number("precision"), found.Precision);
        Vectors.Close(vector.Number("recall"), found.Recall);
        Vectors.Close(vector.Number("f1"), found.F1);
    }

    [Fact]
    public void Expected_losses_match_the_recorded_values()
    {
        JsonElement vector = Recorded;
        IReadOnlyDictionary<string, MetricEstimate> found = Estimate(vector).Estimates;
        Vectors.Close(vector.Number("logloss_expected"), found[MetricNames.LogLoss].Value);
        Vectors.Close(vector.Number("brier_expected"), found[MetricNames.Brier].Value);
    }

    [Fact]
    public void Expected_accuracy_has_the_recorded_band()
    {
        JsonElement vector = Recorded;
        MetricEstimate found = Estimate(vector).Estimates[MetricNames.Accuracy];
        Vectors.Close(vector.Number("accuracy"), found.Value);
        Vectors.Close(vector.Number("accuracy_label_noise_se"), found.StandardError);
        Vectors.Close(vector.Numbers("accuracy_band95"), [found.Lower, found.Upper]);
    }

    [Fact]
    public void Expected_auc_groups_ties_and_has_the_recorded_error()
    {
        JsonElement vector = Recorded;
        MetricEstimate found = Estimate(vector).Estimates[MetricNames.Auc];
        Vectors.Close(vector.Number("auc_curve_ties_grouped"), found.Value);
        Vectors.Close(vector.Number("auc_label_noise_se"), found.StandardError);
    }

    [Fact]
    public void Many_rows_are_expected_as_drawn_labels_turn_out()
    {
        JsonElement vector = Recorded;
        JsonElement drawn = vector.GetProperty("auc_mc_check_n600");
        // Forty copies of each row, no two with the same score: that is how the recorded figures were drawn.
        double[] chances = [.. vector.Numbers("calibrated_p").SelectMany(chance => Enumerable.Repeat(chance, 40))];
        double[] scores = [.. chances.Select((_, row) => 1 - ((row + 1) / 601.0))];
        MetricEstimate found = EstimatedBinaryMetrics.Of(chances, scores).Estimates[MetricNames.Auc];
        Vectors.Close(drawn.Number("formula_mean"), found.Value);
        Vectors.Close(drawn.Number("formula_se"), found.StandardError);
        Vectors.Close(drawn.Number("mc_mean"), found.Value, 0.001);
        Vectors.RelativelyClose(drawn.Number("mc_sd"), found.StandardError, 0.01);
    }

    [Fact]
    public void What_labels_turn_out_scatters_as_the_errors_say()
    {
        const int Draws = 2_000;
        var random = new SplitMix64(5);
        double[] chances = [.. Enumerable.Range(0, 300).Select(_ => random.NextDouble())];
        double[] scores = [.. chances.Select(chance => Math.Round(chance * chance, 2))];
        EstimatedBinaryMetrics expected = EstimatedBinaryMetrics.Of(chances, scores);
        Dictionary<string, List<double>> seen = expected.Estimates.Keys.ToDictionary(name => name, _ => new List<double>());
        for (int draw = 0; draw < Draws; draw++)
        {
            LabelledRows rows = BinaryBlock.Apart([.. chances.Select(chance => random.NextDouble() < chance ? 1.0 : 0.0)]);
            IReadOnlyDictionary<string, double?> values = BinaryMetrics.Of(rows, scores, 0.5).Values();
            foreach ((string name, List<double> of) in seen)
                of.Add(values[name]!.Value);
        }

        foreach ((string name, List<double> of) in seen)
        {
            double mean = of.Average();
            double spread = Math.Sqrt(of.Sum(value => (value - mean) * (value - mean)) / (Draws - 1));
            Assert.InRange(expected.Estimates[name].StandardError / spread, 0.94, 1.06);
            Assert.InRange(Math.Abs(expected.Estimates[name].Value - mean) / spread, 0, 0.1);
        }
    }

    [Fact]
    public void Without_an_expected_yes_there_is_no_auc_and_without_a_served_yes_no_precision()
    {
        JsonElement edge = Vectors.Read("05_performance_estimation.json", "cbpe_edge");
        Assert.EndsWith("null", edge.GetProperty("all_p_zero").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("null", edge.GetProperty("TP+FP=0").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(MetricNames.Auc, EstimatedBinaryMetrics.Of([0, 0, 0], [0.1, 0.6, 0.3]).Estimates.Keys);
        Assert.DoesNotContain(MetricNames.Auc, EstimatedBinaryMetrics.Of([1, 1, 1], [0.1, 0.6, 0.3]).Estimates.Keys);
        Assert.Null(EstimatedBinaryMetrics.Of([0.4, 0.2], [0.1, 0.3]).Confusion.Precision);
    }

    [Fact]
    public void Scores_rank_and_decide_and_chances_only_say_how_often_that_is_right()
    {
        // Scores half as high as the chances: nobody is served a yes, and the order stays.
        EstimatedBinaryMetrics found = EstimatedBinaryMetrics.Of([0.8, 0.6, 0.2], [0.4, 0.3, 0.1]);
        Vectors.Close([0, 0, 1.4, 1.6], [found.Confusion.TruePositives, found.Confusion.FalsePositives, found.Confusion.TrueNegatives, found.Confusion.FalseNegatives]);
        Vectors.Close(1.4 / 3, found.Estimates[MetricNames.Accuracy].Value);
    }

    [Fact]
    public void No_rows_have_no_estimates_and_what_is_no_chance_is_refused()
    {
        Assert.Empty(EstimatedBinaryMetrics.Of([], []).Estimates);
        Assert.Throws<ArgumentException>(() => EstimatedBinaryMetrics.Of([0.2], [0.2, 0.3]));
        Assert.Throws<ArgumentException>(() => EstimatedBinaryMetrics.Of([1.2], [0.2]));
        Assert.Throws<ArgumentException>(() => EstimatedBinaryMetrics.Of([0.2], [double.NaN]));
    }

    private static EstimatedBinaryMetrics Estimate(JsonElement vector) =>
        EstimatedBinaryMetrics.Of(vector.Numbers("calibrated_p"), vector.Numbers("score"), vector.Number("threshold"));
}

using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Tests.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Evaluation;

public sealed class ValueTests
{
    private const string File = "07_calibration_clv.json";

    /// <summary>A contact costs 4 and brings 10 where it reaches a positive, as in the recorded curve.</summary>
    private static readonly ActionCosts Recorded = new(-6, 4, 0, 0);

    [Fact]
    public void The_curve_matches_the_recorded_one_and_peaks_there()
    {
        JsonElement rows = Vectors.Read(File, "calibration_metrics");
        JsonElement curve = Vectors.Read(File, "cost_threshold", "empirical");
        double[] scores = rows.Numbers("p");
        double[] labels = rows.Numbers("y");

        Assert.Equal(curve.Number("t_star"), Recorded.Threshold);
        double[] found = [.. new[] { 0.3, 0.4, 0.5, 0.6 }.Select(threshold => ValueCurve.At(threshold, labels, scores, Recorded))];
        Vectors.Close(curve.Numbers("net_at_0.3_0.4_0.5_0.6"), found);
        double best = ValueCurve.Best(labels, scores, Recorded)!.Value;
        Assert.All(scores, score => Assert.True(ValueCurve.At(score, labels, scores, Recorded) <= ValueCurve.At(best, labels, scores, Recorded)));
    }

    [Fact]
    public void Rows_of_one_score_are_acted_on_together()
    {
        // Of the three at .6 the positive alone would be best; they cannot be told apart, and together they lose.
        Assert.Equal(0.8, ValueCurve.Best([1, 1, 0, 0], [0.8, 0.6, 0.6, 0.6], Recorded));
        Assert.Null(ValueCurve.Best([0, 0], [0.8, 0.6], Recorded));
    }

    [Fact]
    public void Value_is_what_acting_saves_per_thousand_customers()
    {
        var rows = new LabelledRows([1, 0, 1, 0], [1, 2, 3, 4]);
        ActionCosts costs = ActionCosts.OfContact(contact: 2, missed: 10);
        // From .2 on: the first two are contacted, one of them for nothing; 8 - 2 saved on four customers.
        double[] champion = [0.5, 0.3, 0.1, 0.1];
        double[] challenger = [0.5, 0.1, 0.3, 0.1];

        BinaryMetrics metrics = BinaryMetrics.Of(rows, champion, 0.5, costs.Threshold).Valued(rows, champion, costs);
        PairedComparison compared = new ScoreComparison(rows, champion, challenger).ByValue(costs)!;

        Assert.Equal((1_500d, 1_500d), (metrics.Value, metrics.Estimates[MetricNames.Value].Value));
        Assert.Equal(1_500d, metrics.Values()[MetricNames.Value]);
        Assert.Equal((1, 1, 1, 1), (metrics.Confusion.TruePositives, metrics.Confusion.FalsePositives, metrics.Confusion.FalseNegatives, metrics.Confusion.TrueNegatives));
        Assert.Equal((1_500d, 4_000d, 2_500d), (compared.Champion, compared.Challenger, compared.Improvement));
    }
}

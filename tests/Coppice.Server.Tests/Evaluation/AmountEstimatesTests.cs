using System.Text.Json;
using Coppice.Server.Evaluation;
using Coppice.Server.Learners;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Evaluation;

/// <summary>Errors of what is said about amounts, held against drawing customers anew.</summary>
public sealed class AmountEstimatesTests
{
    private const int Customers = 600;
    private const int RowsOfEach = 3;
    private const int Draws = 400;

    [Theory]
    [InlineData(MetricNames.TotalRatio)]
    [InlineData(MetricNames.TopDecileShare)]
    [InlineData(MetricNames.IntervalCoverage)]
    [InlineData(MetricNames.TopDecileCoverage)]
    [InlineData(MetricNames.RangeLoss)]
    public void An_error_is_what_drawing_customers_anew_gives(string metric)
    {
        (double[] labels, long[] customers, double[] scores) = Block();
        AmountMetrics whole = Measure(labels, customers, scores);
        var random = new SplitMix64(8);
        double[] drawn = [.. Enumerable.Range(0, Draws).Select(_ => Again(random, labels, scores).Values()[metric]!.Value)];
        double mean = drawn.Average();
        double error = Math.Sqrt(drawn.Sum(value => (value - mean) * (value - mean)) / (Draws - 1));
        // The error of an error from 400 draws is 3.5 %; heavy tails and the edge of the decile double it.
        Assert.InRange(whole.Estimates[metric].StandardError / error, 0.8, 1.25);
        Vectors.Close(whole.Values()[metric]!.Value, whole.Estimates[metric].Value);
    }

    [Fact]
    public void Rows_that_repeat_one_customer_say_nothing_new()
    {
        (double[] labels, _, double[] scores) = Block();
        double once = Measure(labels, [.. Enumerable.Range(0, labels.Length).Select(i => (long)i)], scores).Estimates[MetricNames.IntervalCoverage].StandardError;
        int[] thrice = [.. Enumerable.Range(0, 3 * labels.Length).Select(i => i / 3)];
        double repeated = Measure([.. thrice.Select(i => labels[i])], [.. thrice.Select(i => (long)i)], [.. thrice.Select(i => scores[i])]).Estimates[MetricNames.IntervalCoverage].StandardError;
        Vectors.Close(once, repeated);
    }

    [Fact]
    public void When_all_lie_inside_the_band_is_not_a_point()
    {
        double[] amounts = [.. Enumerable.Range(0, 50).Select(i => (double)i)];
        var all = new MondrianIntervals { Edges = [], Bins = [ResidualTails.Symmetric([])] };
        MetricEstimate coverage = AmountMetrics.Of(BinaryBlock.Apart(amounts), amounts, 5, all).Estimates[MetricNames.IntervalCoverage];
        // Wilson's interval of 50 of 50 is 1 / (1 + 1.96² / 50).
        Vectors.Close(1 / (1 + (1.959963984540054 * 1.959963984540054 / 50)), coverage.Lower);
        Assert.Equal((1.0, 1.0), (coverage.Value, coverage.Upper));
    }

    [Fact]
    public void The_ends_of_a_range_cost_the_recorded_pinball_loss()
    {
        JsonElement vector = Vectors.Read("07_calibration_clv.json", "pinball");
        double[] amounts = vector.Numbers("y");
        double[] quantiles = vector.Numbers("f");
        Vectors.Close(vector.Number("loss"), amounts.Zip(quantiles, (amount, quantile) => Losses.Pinball(amount, quantile, vector.Number("tau"))).Average());

        // An answer of 4 gets the range 4 to 9: of 11 the ends lie 7 and 2 away, of 5 they lie 1 and 4 away.
        var doubled = new MondrianIntervals { Edges = [], Bins = [ResidualTails.TwoSided([0, Math.Log(2)], 0)] };
        AmountMetrics found = AmountMetrics.Of(BinaryBlock.Apart([11, 5]), [4, 4], 5, doubled);
        Vectors.Close(((0.05 * 7) + (0.95 * 2) + (0.05 * 1) + (0.05 * 4)) / 2, found.RangeLoss);
    }

    [Fact]
    public void A_range_without_an_upper_end_has_no_loss()
    {
        var open = new MondrianIntervals { Edges = [], Bins = [ResidualTails.Symmetric([])] };
        Assert.Null(AmountMetrics.Of(BinaryBlock.Apart([1, 2]), [1, 2], 5, open).RangeLoss);
    }

    [Fact]
    public void Rows_tied_at_the_edge_of_the_top_decile_share_it()
    {
        double[] scores = [.. Enumerable.Range(0, 20).Select(i => i < 4 ? 5.0 : 1.0)];
        double[] amounts = [.. Enumerable.Range(0, 20).Select(i => i == 0 ? 8.0 : i == 10 ? 2.0 : 0)];
        // Two rows make the top; of the four that are tied for it one holds 8 of 10.
        AmountMetrics found = AmountMetrics.Of(BinaryBlock.Apart(amounts), scores, 1);
        Vectors.Close(0.4, found.TopDecileShare);
    }

    [Fact]
    public void What_lies_above_the_largest_amount_learnt_from_is_a_share_of_the_total()
    {
        Vectors.Close(0.3, AmountMetrics.Of(BinaryBlock.Apart([0, 20, 80]), [1, 1, 1], 5, null, 50).AboveCapShare);
        Assert.Null(AmountMetrics.Of(BinaryBlock.Apart([0, 20, 80]), [1, 1, 1], 5).AboveCapShare);
    }

    private static AmountMetrics Measure(double[] labels, long[] customers, double[] scores)
    {
        var intervals = new MondrianIntervals { Edges = [], Bins = [ResidualTails.TwoSided([.. Enumerable.Range(-10, 21).Select(i => i / 6.0)], 0)] };
        return AmountMetrics.Of(new LabelledRows(labels, customers), scores, labels.Average(), intervals);
    }

    private static AmountMetrics Again(SplitMix64 random, double[] labels, double[] scores)
    {
        int[] rows = [.. Enumerable.Range(0, Customers).Select(_ => (int)random.NextBelow(Customers)).SelectMany(c => Enumerable.Range(c * RowsOfEach, RowsOfEach))];
        return Measure([.. rows.Select(i => labels[i])], [.. rows.Select((_, i) => (long)(i / RowsOfEach))], [.. rows.Select(i => scores[i])]);
    }

    /// <summary>Customers who stay as generous, or as careful, as they are.</summary>
    private static (double[] Labels, long[] Customers, double[] Scores) Block()
    {
        var random = new SplitMix64(7);
        double[] labels = new double[Customers * RowsOfEach];
        long[] customers = new long[labels.Length];
        double[] scores = new double[labels.Length];
        for (int i = 0; i < labels.Length; i += RowsOfEach)
        {
            double expected = Math.Exp(2 + Normal(random));
            double generous = Normal(random);
            for (int row = i; row < i + RowsOfEach; row++)
            {
                customers[row] = i;
                scores[row] = expected * Math.Exp(0.1 * Normal(random));
                labels[row] = random.NextDouble() < 0.3 ? 0 : expected * Math.Exp((0.8 * generous) + (0.3 * Normal(random)));
            }
        }

        return (labels, customers, scores);
    }

    private static double Normal(SplitMix64 random) => Distributions.NormalQuantile(Math.Clamp(random.NextDouble(), 1e-12, 1 - 1e-12));
}

using System.Text.Json;
using Coppice.Server.Statistics;
using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Tests.Statistics.Samples;

public sealed class TwoSampleTests
{
    private const string File = "04_drift.json";

    [Fact]
    public void Kolmogorov_and_Smirnov_match_the_recorded_distance()
    {
        JsonElement vector = Vectors.Read(File, "ks");
        var test = KolmogorovSmirnov.Of(vector.Numbers("ref"), vector.Numbers("cur"));
        Vectors.Close(vector.Number("D"), test.Distance);
        Vectors.Close(vector.Number("p_stephens"), test.PValue);
        Vectors.Close(vector.Number("p_plain_asymptotic"), Distributions.KolmogorovSurvival(test.Distance * Math.Sqrt(test.EffectiveRows)));
    }

    [Fact]
    public void Tied_values_are_compared_after_the_last_of_them()
    {
        Assert.Equal(0, KolmogorovSmirnov.Of([1, 1, 2, 2], [1, 2]).Distance);
        Assert.Equal(0.5, KolmogorovSmirnov.Of([1, 1, 2, 2], [2, 2]).Distance);
        Assert.Equal(1, KolmogorovSmirnov.Of([1, 2], [3]).Distance);
        Assert.Equal(1, KolmogorovSmirnov.Of([1, 2], [1, 2]).PValue);
    }

    [Fact]
    public void Binned_counts_give_the_distance_at_the_edges()
    {
        double[] reference = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] current = [5, 6, 7, 8, 8, 8];
        var bins = new ReferenceBins([2, 4, 6]);
        var binned = KolmogorovSmirnov.OfCounts(bins.CountIn(reference), bins.CountIn(current));
        // Half of the reference and none of the current rows are at most 4.
        Assert.Equal(0.5, binned.Distance);
        Assert.Equal(0.5, KolmogorovSmirnov.Of(reference, current).Distance);
    }

    [Fact]
    public void Rows_that_are_worth_less_make_a_distance_less_sure()
    {
        var test = new KolmogorovSmirnov(0.1, 400);
        Vectors.Close(new KolmogorovSmirnov(0.1, 100).PValue, test.PValueAt(4));
        Vectors.Close(Distributions.ChiSquareSurvival(3, 2), new Homogeneity(12, 2, 500).PValueAt(4));
    }

    [Fact]
    public void Jensen_and_Shannon_match_the_recorded_distances()
    {
        JsonElement vector = Vectors.Read(File, "jensen_shannon");
        Vectors.Close(vector.Number("distance_base2_sqrt"), JensenShannon.Distance(vector.Numbers("p"), vector.Numbers("q")));
        Vectors.Close(vector.Number("divergence_base2"), JensenShannon.Divergence(vector.Numbers("p"), vector.Numbers("q")));
        JsonElement zero = vector.GetProperty("with_zero");
        Vectors.Close(zero.Number("distance"), JensenShannon.Distance(zero.Numbers("p"), zero.Numbers("q")));
        Vectors.Close(vector.Number("disjoint"), JensenShannon.Distance([1.0, 0], [0, 1.0]));
        Vectors.Close(zero.Number("distance"), JensenShannon.Distance([7L, 7, 0], [1, 1, 2]));
    }

    [Fact]
    public void Wasserstein_matches_the_recorded_distance()
    {
        JsonElement vector = Vectors.Read(File, "wasserstein");
        Vectors.Close(vector.Number("w1"), Wasserstein.Distance(vector.Numbers("ref"), vector.Numbers("cur")));
        Vectors.Close(vector.Number("ref_std_pop"), Wasserstein.Deviation(vector.Numbers("ref")));
        Vectors.Close(vector.Number("normalised"), Wasserstein.Normalised(vector.Numbers("ref"), vector.Numbers("cur")));
        Vectors.Close(2 / Wasserstein.LeastDeviation, Wasserstein.Normalised([3, 3], [5]));
    }

    [Fact]
    public void Chi_square_matches_the_recorded_table()
    {
        JsonElement vector = Vectors.Read(File, "chi2");
        var table = vector.GetProperty("table_ref_cur").EnumerateArray().Select(row => row.EnumerateArray().Select(c => c.GetInt64()).ToArray()).ToList();
        var test = Homogeneity.Of(table[0], table[1]);
        Vectors.Close(vector.Number("chi2"), test.Statistic);
        Assert.Equal(vector.GetProperty("df").GetInt32(), test.DegreesOfFreedom);
        Vectors.Close(vector.Number("p"), test.PValue);
        Vectors.Close(vector.Number("cramers_v"), test.CramersV);
    }

    [Fact]
    public void Rare_categories_are_counted_together()
    {
        var pooled = Homogeneity.OfPooled([100, 90, 3, 2, 5], [110, 85, 2, 1, 2]);
        var byHand = Homogeneity.Of([100, 90, 10], [110, 85, 5]);
        Assert.Equal(byHand, pooled);
        Assert.Equal(2, pooled.DegreesOfFreedom);
    }

    [Fact]
    public void Shares_are_compared_by_their_pooled_error()
    {
        // (0.15 - 0.10) / sqrt(0.125 * 0.875 * (1/200 + 1/200)) = 1.5118578920369088
        var difference = ShareDifference.Of(20, 200, 30, 200);
        Vectors.Close(0.05, difference.Change);
        Vectors.Close(1.5118578920369088, difference.Deviations);
        Vectors.Close(2 * Distributions.NormalSurvival(1.5118578920369088), difference.PValue);
        Assert.Equal(1, ShareDifference.Of(0, 200, 0, 200).PValue);
    }

    [Fact]
    public void Many_tests_at_once_match_the_recorded_adjustments()
    {
        JsonElement vector = Vectors.Read(File, "multiple_testing");
        double[] hochberg = MultipleTesting.BenjaminiHochberg(vector.Numbers("p"));
        double[] yekutieli = MultipleTesting.BenjaminiYekutieli(vector.Numbers("p"));
        Vectors.Close(vector.Numbers("bh_adjusted"), hochberg);
        Vectors.Close(vector.Numbers("by_adjusted"), yekutieli);
        Assert.Equal(Rejected(vector, "bh_reject_q05"), hochberg.Select(p => p < 0.05));
        Assert.Equal(Rejected(vector, "by_reject_q05"), yekutieli.Select(p => p < 0.05));
    }

    [Fact]
    public void Order_of_the_tests_does_not_matter() =>
        Vectors.Close([0.04, 0.015, 0.0375], MultipleTesting.BenjaminiHochberg([0.04, 0.005, 0.025]));

    [Fact]
    public void Separation_matches_the_recorded_probability()
    {
        JsonElement vector = Vectors.Read(File, "domain_classifier");
        var separation = Separation.Of(vector.Number("auc"), vector.GetProperty("n_ref").GetInt32(), vector.GetProperty("n_cur").GetInt32());
        Vectors.Close(vector.Number("se_null"), separation.StandardError);
        Vectors.Close(vector.Number("z"), separation.Deviations);
        Vectors.Close(vector.Number("p_one_sided"), separation.PValue);
    }

    private static IEnumerable<bool> Rejected(JsonElement vector, string key) => vector.GetProperty(key).EnumerateArray().Select(r => r.GetBoolean());
}

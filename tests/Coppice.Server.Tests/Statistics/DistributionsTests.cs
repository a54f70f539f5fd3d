using System.Text.Json;
using Coppice.Server.Statistics;
using MathNet.Numerics;

namespace Coppice.Server.Tests.Statistics;

public sealed class DistributionsTests
{
    private const string File = "00_special_functions.json";

    [Fact]
    public void Normal_distribution_is_accurate_into_the_far_tail()
    {
        foreach (JsonElement point in Vectors.Read(File, "normal").EnumerateArray())
        {
            Vectors.RelativelyClose(point.Number("cdf"), Distributions.NormalCumulative(point.Number("z")));
            Vectors.RelativelyClose(point.Number("sf"), Distributions.NormalSurvival(point.Number("z")));
        }
        foreach (JsonElement point in Vectors.Read(File, "normal_quantile").EnumerateArray())
            Vectors.RelativelyClose(point.Number("z"), Distributions.NormalQuantile(point.Number("p")));
    }

    [Fact]
    public void Student_distribution_matches_the_recorded_values()
    {
        foreach (JsonElement point in Vectors.Read(File, "student_t").EnumerateArray())
        {
            Vectors.RelativelyClose(point.Number("cdf"), Distributions.StudentCumulative(point.Number("t"), point.Number("df")));
            Vectors.RelativelyClose(point.Number("sf"), Distributions.StudentSurvival(point.Number("t"), point.Number("df")));
        }
        // One recorded quantile is good to nine digits only; the published one is checked below to all of them.
        foreach (JsonElement point in Vectors.Read(File, "t_quantile").EnumerateArray())
            Vectors.RelativelyClose(point.Number("t"), Distributions.StudentQuantile(point.Number("p"), point.Number("df")), 1e-9);
        Vectors.RelativelyClose(2.5705818356363, Distributions.StudentQuantile(0.975, 5), 1e-13);
    }

    [Fact]
    public void Chi_square_distribution_matches_the_recorded_values()
    {
        foreach (JsonElement point in Vectors.Read(File, "chi2_sf").EnumerateArray())
            Vectors.RelativelyClose(point.Number("sf"), Distributions.ChiSquareSurvival(point.Number("x"), point.Number("df")));
        foreach (JsonElement point in Vectors.Read(File, "chi2_quantile").EnumerateArray())
            Vectors.RelativelyClose(point.Number("x"), Distributions.ChiSquareQuantile(point.Number("p"), point.Number("df")));
    }

    [Fact]
    public void The_special_functions_below_them_match_the_recorded_values()
    {
        foreach (JsonElement point in Vectors.Read(File, "lgamma").EnumerateArray())
            Vectors.Close(point.Number("v"), SpecialFunctions.GammaLn(point.Number("x")), 1e-10);
        foreach (JsonElement point in Vectors.Read(File, "betainc_regularised").EnumerateArray())
            Vectors.RelativelyClose(point.Number("I"), SpecialFunctions.BetaRegularized(point.Number("a"), point.Number("b"), point.Number("x")));
    }

    [Fact]
    public void Counts_have_exact_tails()
    {
        foreach (JsonElement point in Vectors.Read(File, "binom_cdf").EnumerateArray())
        {
            double actual = Distributions.BinomialCumulative(point.GetProperty("k").GetInt32(), point.GetProperty("n").GetInt32(), point.Number("p"));
            Vectors.RelativelyClose(point.Number("cdf"), actual);
        }
        foreach (JsonElement point in Vectors.Read(File, "poisson_sf_ge").EnumerateArray())
            Vectors.RelativelyClose(point.Number("P_ge"), Distributions.PoissonAtLeast(point.GetProperty("k").GetInt32(), point.Number("mu")));
    }

    [Fact]
    public void Kolmogorov_tail_is_accurate_on_both_sides_of_its_two_series()
    {
        foreach (JsonElement point in Vectors.Read(File, "kolmogorov_Q").EnumerateArray())
            Vectors.RelativelyClose(point.Number("Q"), Distributions.KolmogorovSurvival(point.Number("lam")));
    }

    [Fact]
    public void Sigmoid_and_log_odds_undo_each_other()
    {
        foreach (JsonElement point in Vectors.Read(File, "sigmoid_logit").EnumerateArray())
            Vectors.RelativelyClose(point.Number("p"), Logistic.Sigmoid(point.Number("m")));
        Vectors.Close(-3.25, Logistic.LogOdds(Logistic.Sigmoid(-3.25)));
        Assert.True(double.IsFinite(Logistic.LogOdds(0)) && double.IsFinite(Logistic.LogOdds(1)));
    }
}

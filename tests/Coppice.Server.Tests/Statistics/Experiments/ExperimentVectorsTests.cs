using System.Text.Json;
using Coppice.Server.Statistics.Experiments;

namespace Coppice.Server.Tests.Statistics.Experiments;

/// <summary>The recorded figures of methods 6.</summary>
public sealed class ExperimentVectorsTests
{
    private const string File = "06_online.json";

    [Fact]
    public void Intervals_that_may_be_looked_at_again_and_again()
    {
        foreach (var vector in Vectors.Read(File, "asymp_cs").EnumerateArray())
        {
            var found = ConfidenceSequence.OfRates(Counts(vector, "xA", "nA"), Counts(vector, "xB", "nB"), vector.Number("alpha"), vector.GetProperty("N_star").GetInt64());

            Vectors.Close(vector.Number("diff"), found.Difference);
            Vectors.Close(vector.Number("se"), found.StandardError);
            Vectors.Close(vector.Number("halfwidth"), found.HalfWidth);
            Vectors.Close(vector.Numbers("ci"), [found.Lower, found.Upper]);
            Vectors.Close(vector.Number("log_e_value"), found.LogEvidence);
            Vectors.Close(vector.Number("p_always_valid"), found.PValue);
            Vectors.Close(vector.GetProperty("one_sided").Number("halfwidth"), found.OneSidedHalfWidth);
            Vectors.Close(vector.GetProperty("one_sided").Number("lower"), found.OneSidedLower);
        }
    }

    [Fact]
    public void Arms_of_another_size_than_their_weights()
    {
        foreach (var vector in Vectors.Read(File, "srm_chi2").EnumerateArray())
        {
            var (chiSquare, pValue) = SampleRatio.Look(Customers(vector), vector.Numbers("w"));
            Vectors.Close(vector.Number("chi2"), chiSquare);
            Vectors.Close(vector.Number("p"), pValue);
        }

        foreach (var vector in Vectors.Read(File, "ssrm").EnumerateArray())
        {
            double evidence = SampleRatio.LogEvidence(Customers(vector), vector.Numbers("w"));
            Vectors.Close(vector.Number("log_bf"), evidence);
            Vectors.Close(vector.Number("p_always_valid"), Math.Min(1, Math.Exp(-evidence)));
        }
    }

    [Fact]
    public void Arms_that_may_be_the_best()
    {
        var two = Vectors.Read(File, "thompson", "two_arm");
        ArmPosterior[] pair = [.. two.GetProperty("arms_alpha_beta").EnumerateArray().Select(Posterior)];
        Vectors.Close(two.Number("P(B>A)_exact_sum"), ArmPosterior.SecondIsBetter(pair[0], pair[1]));
        Vectors.Close(two.Numbers("p_best"), ArmPosterior.ChancesToBeBest(pair), 1e-8);
        Vectors.Close(two.Numbers("allocation_floor_0.05"), ArmPosterior.Allocation(ArmPosterior.ChancesToBeBest(pair)), 1e-8);

        var three = Vectors.Read(File, "thompson", "three_arm");
        double[] chances = ArmPosterior.ChancesToBeBest([.. three.GetProperty("arms").EnumerateArray().Select(Posterior)]);
        Vectors.Close(three.Numbers("p_best"), chances, 1e-8);
        Vectors.Close(three.Numbers("allocation_floor_0.05"), ArmPosterior.Allocation(chances), 1e-8);
    }

    [Fact]
    public void Open_windows_are_not_failures()
    {
        var vector = Vectors.Read(File, "thompson_delay");
        double window = vector.Number("window_days");
        (double Age, long Customers)[] exposures = [.. vector.GetProperty("exposures_by_age_days").EnumerateArray().Select(e => (e[0].GetDouble(), e[1].GetInt64()))];
        var (age, customers) = exposures[^1];
        Assert.True(age >= window);

        var matured = ArmPosterior.Of(new ArmCounts(vector.GetProperty("conversions_seen")[2].GetInt64(), customers));

        Vectors.Close(vector.GetProperty("mature_only").Numbers("beta"), [matured.Alpha, matured.Beta]);
        Vectors.Close(vector.GetProperty("fractional_exposure").Number("n_eff"), ArmPosterior.Exposure(exposures, a => Math.Min(a, window) / window));
    }

    [Fact]
    public void Versions_on_trial_that_fail()
    {
        var trial = Vectors.Read(File, "canary_sprt");
        Vectors.Close(trial.Number("abort_if_llr>="), CanaryErrors.AbortAt);
        Vectors.Close(trial.Number("accept_if_llr<="), CanaryErrors.AcceptAt);
        foreach (var vector in trial.GetProperty("cases").EnumerateArray())
            Vectors.Close(vector.Number("llr"), CanaryErrors.LogLikelihoodRatio(vector.GetProperty("errors").GetInt64(), vector.GetProperty("n").GetInt64()));

        foreach (var vector in Vectors.Read(File, "two_arm_exact_conditional").EnumerateArray())
        {
            double found = CanaryErrors.AgainstControl(
                vector.GetProperty("eT").GetInt32(), vector.GetProperty("nT").GetInt64(), vector.GetProperty("eC").GetInt32(), vector.GetProperty("nC").GetInt64());
            Vectors.Close(vector.Number("p_one_sided"), found);
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.6)]
    public void A_floor_that_leaves_nothing_shares_evenly(double floor) => Assert.Equal([0.5, 0.5], ArmPosterior.Allocation([0.9, 0.1], floor));

    [Fact]
    public void Every_arm_has_a_weight() => Assert.Throws<ArgumentException>(() => SampleRatio.LogEvidence([10, 10], [1.0]));

    private static ArmCounts Counts(JsonElement vector, string conversions, string customers) =>
        new(vector.GetProperty(conversions).GetInt64(), vector.GetProperty(customers).GetInt64());

    private static long[] Customers(JsonElement vector) => [.. vector.GetProperty("n").EnumerateArray().Select(n => n.GetInt64())];

    private static ArmPosterior Posterior(JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());
}

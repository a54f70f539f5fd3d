using System.Text.Json;
using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Tests.Statistics.Samples;

public sealed class PopulationStabilityTests
{
    private const string File = "04_drift.json";

    [Fact]
    public void Index_of_a_small_sample_with_a_missing_value_matches_the_recorded_one()
    {
        JsonElement vector = Vectors.Read(File, "psi");
        double[] reference = vector.Numbers("ref");
        double[] current = [.. vector.GetProperty("cur").EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Null ? double.NaN : v.GetDouble())];
        Array.Sort(reference);

        var bins = ReferenceBins.OfQuantiles(reference, vector.GetProperty("K_requested").GetInt32());
        Vectors.Close(vector.Numbers("edges_type7"), bins.Edges);
        Assert.Equal(Counts(vector, "ref_counts"), bins.CountIn(reference));
        Assert.Equal(Counts(vector, "cur_counts"), bins.CountIn(current));

        var stability = PopulationStability.Of(bins.CountIn(reference), bins.CountIn(current));
        Vectors.Close(vector.Number("psi"), stability.Index);
        Vectors.Close(vector.Number("null_scale_(1/N+1/M)"), stability.Scale);
        Vectors.Close(vector.Number("expected_under_H0"), stability.Expected);
        Vectors.Close(vector.Number("p_value_chi2"), stability.PValue);
        Vectors.Close(vector.Number("crit_95"), stability.Critical(0.05));
    }

    [Fact]
    public void Index_of_counts_matches_the_recorded_one()
    {
        JsonElement vector = Vectors.Read(File, "psi_counts");
        var stability = PopulationStability.OfBins(Counts(vector, "ref_counts"), Counts(vector, "cur_counts"));
        Vectors.Close(vector.Number("psi"), stability.Index);
        Vectors.Close(vector.Number("p_value_chi2"), stability.PValue);
    }

    [Fact]
    public void A_constant_reference_has_one_edge_and_three_bins()
    {
        JsonElement vector = Vectors.Read(File, "psi_counts", "constant_feature_edge");
        var bins = ReferenceBins.OfQuantiles(vector.Numbers("ref"), vector.GetProperty("K").GetInt32());
        Assert.Equal(vector.Numbers("edges"), bins.Edges.ToArray());
        Assert.Equal([0, 1, 2], new[] { bins.IndexOf(7), bins.IndexOf(7.1), bins.IndexOf(double.NaN) });
    }

    [Fact]
    public void How_the_index_varies_without_change_matches_the_recorded_table()
    {
        foreach (JsonElement row in Vectors.Read(File, "psi_critical_K10").EnumerateArray())
        {
            double scale = (1 / row.Number("N")) + (1 / row.Number("M"));
            var stability = new PopulationStability(0.1, 9, scale);
            Vectors.Close(row.Number("expected"), stability.Expected);
            Vectors.Close(row.Number("crit95"), stability.Critical(0.05));
            Vectors.Close(row.Number("crit999"), stability.Critical(0.001));
            Vectors.Close(row.Number("P_psi_gt_0_1"), stability.PValue);
            Vectors.Close(row.Number("P_psi_gt_0_2"), (stability with { Index = 0.2 }).PValue);
            Vectors.Close(row.Number("P_psi_gt_0_25"), (stability with { Index = 0.25 }).PValue);
        }
    }

    [Fact]
    public void A_bin_without_missing_values_on_either_side_does_not_count()
    {
        var stability = PopulationStability.Of([10, 20, 0], [12, 18, 0]);
        Assert.Equal(1, stability.DegreesOfFreedom);
        Assert.Equal(2, PopulationStability.Of([10, 20, 0], [12, 18, 1]).DegreesOfFreedom);
    }

    private static long[] Counts(JsonElement vector, string key) => [.. vector.GetProperty(key).EnumerateArray().Select(c => c.GetInt64())];
}

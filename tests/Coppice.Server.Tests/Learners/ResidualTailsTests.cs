using System.Text.Json;
using Coppice.Server.Learners;
using Coppice.Server.Tests.Statistics;

namespace Coppice.Server.Tests.Learners;

public sealed class ResidualTailsTests
{
    private const string File = "07_calibration_clv.json";

    [Fact]
    public void Ends_of_a_bin_match_the_recorded_values()
    {
        JsonElement vector = Vectors.Read(File, "mondrian_bin");
        ResidualTails tails = ResidualTails.TwoSided(vector.Numbers("sorted_signed_log1p_residuals"), nothing: 0);
        var intervals = new MondrianIntervals { Edges = [], Bins = [tails] };
        foreach (JsonElement recorded in vector.GetProperty("cases").EnumerateArray())
        {
            double missRate = recorded.Number("alpha");
            Assert.Equal((recorded.Number("lo"), recorded.Number("hi")), tails.At(missRate));
            var wide = intervals.Of(20, missRate);
            Vectors.Close(recorded.Numbers("interval_f_20"), [wide.Low, wide.High]);
            var narrow = intervals.Of(0.5, missRate);
            Vectors.Close(recorded.Numbers("interval_f_0_5"), [narrow.Low, narrow.High]);
        }
    }

    [Fact]
    public void Few_residuals_reach_as_far_as_recorded_and_too_few_nowhere()
    {
        JsonElement vector = Vectors.Read(File, "split_conformal");
        ResidualTails tails = ResidualTails.Symmetric([.. vector.Numbers("abs_residuals").Order()]);
        foreach (double missRate in (double[])[0.1, 0.2, 0.05])
        {
            double reach = vector.Number($"q_alpha_{missRate}");
            Assert.Equal((-reach, reach), tails.At(missRate));
        }

        Assert.Equal("Infinity", vector.GetProperty("q_alpha_0.04").GetString());
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), tails.At(0.04));
    }

    [Fact]
    public void A_rate_between_two_steps_and_one_outside_never_promise_more_than_they_keep()
    {
        double[] sorted = [.. Enumerable.Range(0, 1_999).Select(i => (double)i)];
        ResidualTails tails = ResidualTails.TwoSided(sorted, nothing: 0);
        Assert.Equal(tails.At(0.095), tails.At(0.0999));
        Assert.Equal((0, 1_998), tails.At(-3));
        Assert.Equal((499, 1_499), tails.At(0.9));
    }

    [Fact]
    public void Where_the_lower_end_is_nothing_all_misses_are_above()
    {
        double[] sorted = [.. Enumerable.Range(0, 999).Select(i => (double)i)];
        Assert.Equal((49, 949), ResidualTails.TwoSided(sorted, nothing: 49).At(0.1));
        Assert.Equal((double.NegativeInfinity, 899), ResidualTails.TwoSided(sorted, nothing: 50).At(0.1));
        Assert.Equal((double.NegativeInfinity, 899), ResidualTails.TwoSided(sorted, nothing: 899).At(0.1));
        Assert.Equal((double.NegativeInfinity, double.NegativeInfinity), ResidualTails.TwoSided(sorted, nothing: 900).At(0.1));
    }

    [Fact]
    public void Tails_survive_json_with_ends_that_are_nowhere()
    {
        ResidualTails few = ResidualTails.Symmetric([0.1, 1.0 / 3]);
        ResidualTails read = JsonSerializer.Deserialize<ResidualTails>(JsonSerializer.Serialize(few))!;
        Assert.Equal(few.High, read.High);
        Assert.Equal(few.Low, read.Low);
        Assert.Contains(1.0 / 3, read.High);
    }
}

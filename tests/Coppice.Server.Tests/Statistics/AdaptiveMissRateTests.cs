using System.Text.Json;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Statistics;

public sealed class AdaptiveMissRateTests
{
    [Fact]
    public void Rates_follow_the_recorded_ones_batch_by_batch()
    {
        JsonElement vector = Vectors.Read("07_calibration_clv.json", "aci");
        double promised = vector.Number("alpha");
        double rate = promised;
        var found = new List<double>();
        foreach (double missed in vector.Numbers("err"))
            found.Add(rate = AdaptiveMissRate.Next(rate, promised, missed, vector.Number("gamma")));
        Vectors.Close(vector.Numbers("alpha_t_after"), found.ToArray(), 1e-15);
    }

    [Fact]
    public void A_rate_that_left_its_bounds_is_kept_and_read_within_them()
    {
        double rate = AdaptiveMissRate.Next(0.001, 0.1, 1);
        Assert.True(rate < 0);
        Assert.Equal(0.001, AdaptiveMissRate.Read(rate));
        Assert.Equal(0.5, AdaptiveMissRate.Read(0.7));
        Assert.Equal(0.07, AdaptiveMissRate.Read(0.07));
    }

    [Fact]
    public void In_a_world_that_misses_three_times_as_often_the_promise_is_kept_over_the_long_run()
    {
        var random = new SplitMix64(12);
        double rate = 0.1;
        int missed = 0;
        const int Batches = 4_000;
        for (int i = 0; i < Batches; i++)
        {
            int miss = random.NextDouble() < 3 * AdaptiveMissRate.Read(rate) ? 1 : 0;
            missed += miss;
            rate = AdaptiveMissRate.Next(rate, 0.1, miss);
        }

        // Gibbs and Candès: off by at most (0.9 + 0.005) / (0.005 · 4,000), while the rate stays in its bounds.
        Assert.InRange((double)missed / Batches, 0.1 - 0.0453, 0.1 + 0.0453);
        Assert.InRange(rate, 0.01, 0.06);
    }
}

using System.Text.Json;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Statistics;

public sealed class SplitMix64Tests
{
    [Fact]
    public void The_stream_is_the_published_one()
    {
        JsonElement vector = Vectors.Read("01_promotion.json", "prng");
        var source = new SplitMix64(vector.GetProperty("seed").GetUInt64());
        foreach (JsonElement expected in vector.GetProperty("first5_u64").EnumerateArray())
            Assert.Equal(ulong.Parse(expected.GetString()!), source.Next());

        var uniform = new SplitMix64(42);
        foreach (double expected in vector.Numbers("seed42_u01_first5"))
            Assert.Equal(expected, uniform.NextDouble());

        var index = new SplitMix64(42);
        foreach (double expected in vector.Numbers("seed42_index_n20_first12"))
            Assert.Equal((long)expected, index.NextBelow(20));
    }

    [Fact]
    public void A_replicate_does_not_depend_on_how_many_came_before()
    {
        var master = new SplitMix64(2024);
        for (int replicate = 0; replicate < 5; replicate++)
            Assert.Equal(new SplitMix64(master.Next()).Next(), SplitMix64.ForReplicate(2024, replicate).Next());
    }
}

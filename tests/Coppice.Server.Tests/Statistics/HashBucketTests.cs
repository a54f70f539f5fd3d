using System.Text.Json;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Statistics;

public sealed class HashBucketTests
{
    [Fact]
    public void Buckets_are_the_same_in_every_language()
    {
        foreach (JsonElement vector in Vectors.Read("06_online.json", "hash_assignment", "vectors").EnumerateArray())
        {
            int found = HashBucket.Of(vector.GetProperty("salt").GetString()!, vector.GetProperty("unit").GetString()!);
            Assert.Equal(vector.GetProperty("bucket").GetInt32(), found);
        }
    }

    [Fact]
    public void A_very_long_key_has_a_bucket_too() =>
        Assert.InRange(HashBucket.Of("salt", new string('x', 5000)), 0, HashBucket.Count - 1);
}

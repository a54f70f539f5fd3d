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
    public void A_hundred_thousand_customers_are_spread_evenly_and_two_salts_know_nothing_of_each_other()
    {
        JsonElement vector = Vectors.Read("06_online.json", "hash_quality");
        int[] deciles = new int[10];
        int both = 0, first = 0, second = 0;
        for (int customer = 0; customer < 100_000; customer++)
        {
            int bucket = HashBucket.Of("exp-2025-01", $"customer-{customer}");
            deciles[bucket / 1000]++;
            bool low = bucket < HashBucket.Count / 2;
            bool otherLow = HashBucket.Of("exp-2025-02", $"customer-{customer}") < HashBucket.Count / 2;
            both += low && otherLow ? 1 : 0;
            first += low ? 1 : 0;
            second += otherLow ? 1 : 0;
        }

        Assert.Equal(vector.GetProperty("deciles_of_100k_ids").EnumerateArray().Select(count => count.GetInt32()), deciles);
        double chiSquare = deciles.Sum(count => (count - 10_000.0) * (count - 10_000) / 10_000);
        Vectors.Close(vector.Number("chi2_p"), Distributions.ChiSquareSurvival(chiSquare, 9));
        double share = first / 1e5, otherShare = second / 1e5;
        double correlation = ((both / 1e5) - (share * otherShare)) / Math.Sqrt(share * (1 - share) * otherShare * (1 - otherShare));
        Vectors.Close(vector.Number("phi_between_two_salts"), correlation);
    }

    [Fact]
    public void A_very_long_key_has_a_bucket_too() =>
        Assert.InRange(HashBucket.Of("salt", new string('x', 5000)), 0, HashBucket.Count - 1);
}

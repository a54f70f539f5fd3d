using System.Text.Json.Serialization;

namespace Coppice.Server.Statistics.Samples;

/// <summary>A sample as counted in bins.</summary>
/// <param name="Counts">Of every bin, that of missing values last.</param>
/// <param name="Sums">Of the values in every bin but that one.</param>
public sealed record BinnedSample(long[] Counts, double[] Sums)
{
    /// <summary>All rows.</summary>
    [JsonIgnore]
    public long Rows => Counts.Sum();

    /// <summary>Rows that have a value.</summary>
    [JsonIgnore]
    public long Known => Rows - Missing;

    [JsonIgnore]
    public long Missing => Counts[^1];

    /// <summary>Of the values there are; 0 where there is none.</summary>
    [JsonIgnore]
    public double Mean => Known == 0 ? 0 : Sums.Sum() / Known;

    /// <summary>Counts of the rows that have a value.</summary>
    [JsonIgnore]
    public ReadOnlySpan<long> KnownCounts => Counts.AsSpan(0, Counts.Length - 1);

    /// <summary>What is left of this sample without a part of it.</summary>
    public BinnedSample Without(BinnedSample part) => new(
        [.. Counts.Zip(part.Counts, (all, some) => all - some)],
        [.. Sums.Zip(part.Sums, (all, some) => all - some)]);
}

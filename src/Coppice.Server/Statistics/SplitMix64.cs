namespace Coppice.Server.Statistics;

/// <summary>The one random source: same seed, same numbers, on every machine and every .NET version.</summary>
public sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15UL);
        ulong z = _state;
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }

    /// <summary>A uniform number in [0, 1).</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A uniform integer in [0, <paramref name="exclusiveMaximum"/>).</summary>
    public long NextBelow(long exclusiveMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMaximum);
        return (long)Math.BigMul(Next(), (ulong)exclusiveMaximum, out _);
    }

    /// <summary>The source of replicate <paramref name="replicate"/>: independent of how many replicates run, or in which order.</summary>
    public static SplitMix64 ForReplicate(ulong masterSeed, int replicate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replicate);
        // The (replicate + 1)-th output of the master, reached directly because the state advances by a constant.
        var master = new SplitMix64(unchecked(masterSeed + ((ulong)replicate * 0x9E3779B97F4A7C15UL)));
        return new SplitMix64(master.Next());
    }
}

using Coppice.Server.Statistics;

namespace Coppice.Server.Simulation;

/// <summary>Draws from the distributions the shop needs.</summary>
internal static class Draws
{
    public static bool Chance(this SplitMix64 random, double probability) => random.NextDouble() < probability;

    public static T Pick<T>(this SplitMix64 random, IReadOnlyList<T> items) => items[(int)random.NextBelow(items.Count)];

    /// <summary>An index with probability proportional to its weight.</summary>
    public static int PickWeighted(this SplitMix64 random, ReadOnlySpan<double> weights)
    {
        double total = 0;
        foreach (double weight in weights)
            total += weight;

        double position = random.NextDouble() * total;
        for (int i = 0; i < weights.Length - 1; i++)
        {
            position -= weights[i];
            if (position < 0) return i;
        }

        return weights.Length - 1;
    }

    public static double Normal(this SplitMix64 random)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        return radius * Math.Cos(2 * Math.PI * random.NextDouble());
    }

    /// <summary>A log-normal factor with mean one.</summary>
    public static double Factor(this SplitMix64 random, double spread) =>
        Math.Exp((spread * random.Normal()) - (spread * spread / 2));

    /// <summary>A Poisson count by multiplication of uniforms (Knuth); for means up to some hundreds.</summary>
    public static int Poisson(this SplitMix64 random, double mean)
    {
        double limit = Math.Exp(-mean);
        int count = 0;
        for (double product = random.NextDouble(); product > limit; product *= random.NextDouble())
            count++;
        return count;
    }

    /// <summary>A span of whole seconds in [<paramref name="from"/>, <paramref name="until"/>).</summary>
    public static TimeSpan Delay(this SplitMix64 random, TimeSpan from, TimeSpan until) =>
        from + TimeSpan.FromSeconds(random.NextBelow((long)(until - from).TotalSeconds));
}

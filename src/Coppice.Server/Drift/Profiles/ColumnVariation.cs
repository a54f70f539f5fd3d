using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Drift.Profiles;

/// <summary>
/// How much an input varies inside its reference, from one stretch of time to the next: weeks differ more than independent rows would, by season, by
/// campaign, and because customers come again. Bounds and probabilities of a window are set by that.
/// </summary>
/// <param name="Inflation">How many rows are worth one independent row.</param>
/// <param name="MissingInflation">The same for missing values.</param>
/// <param name="Effect">What the effect may reach.</param>
/// <param name="Stability">What the stability index may reach.</param>
/// <param name="Missing">What the change of the share of missing values may reach.</param>
public sealed record ColumnVariation(double Inflation, double MissingInflation, double Effect, double Stability, double Missing)
{
    public const double LeastEffect = 0.1;
    public const double LeastStability = 0.2;
    public const double LeastMissing = 0.02;

    /// <summary>With fewer stretches nothing is known of how they vary.</summary>
    public const int FewestBlocks = 3;

    /// <summary>Of a reference that says nothing of its own variation.</summary>
    public static ColumnVariation Unknown { get; } = new(1, 1, LeastEffect, LeastStability, LeastMissing);

    /// <summary>Holds every stretch of the reference against the rest of it.</summary>
    public static ColumnVariation Of(ColumnBins bins, BinnedSample all, IReadOnlyList<BinnedSample> blocks)
    {
        if (blocks.Count < FewestBlocks)
            return Unknown;
        double ratio = 0, missingRatio = 0, effect = LeastEffect, stability = LeastStability, missing = LeastMissing;
        foreach (var block in blocks)
        {
            var distance = bins.Distance(all.Without(block), block);
            ratio += distance.Ratio / blocks.Count;
            missingRatio += distance.MissingRatio / blocks.Count;
            effect = Math.Max(effect, distance.Effect);
            stability = Math.Max(stability, distance.Stability);
            missing = Math.Max(missing, Math.Abs(distance.Missing.Change));
        }

        return new ColumnVariation(Math.Max(1, ratio), Math.Max(1, missingRatio), effect, stability, missing);
    }
}

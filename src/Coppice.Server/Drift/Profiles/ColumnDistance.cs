using Coppice.Server.Statistics.Samples;

namespace Coppice.Server.Drift.Profiles;

/// <summary>How far an input's values in one sample are from those in another.</summary>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Effect">Wasserstein's distance in standard deviations, or that of Jensen and Shannon.</param>
/// <param name="Stability">The population stability index.</param>
public sealed record ColumnDistance(ShareDifference Missing, double Effect, double Stability)
{
    /// <summary>Mean of the squared, scaled distance of Kolmogorov and Smirnov where nothing has changed.</summary>
    private const double UsualSquare = Math.PI * Math.PI / 12;

    /// <summary>Of numbers; otherwise null.</summary>
    public KolmogorovSmirnov? Largest { get; init; }

    /// <summary>Of few values; otherwise null.</summary>
    public Homogeneity? Shares { get; init; }

    /// <summary>The statistic over what independent rows of the same distribution give on average: 1 where nothing has changed.</summary>
    public double Ratio =>
        Largest is { } largest ? largest.Distance * largest.Distance * largest.EffectiveRows / UsualSquare
        : Shares is { DegreesOfFreedom: > 0 } shares ? shares.Statistic / shares.DegreesOfFreedom
        : 0;

    /// <summary>The same for missing values.</summary>
    public double MissingRatio => Missing.Deviations * Missing.Deviations;

    /// <summary>How likely values this far apart are where nothing has changed.</summary>
    public double PValue(double inflation) => Largest?.PValueAt(inflation) ?? Shares!.PValueAt(inflation);
}

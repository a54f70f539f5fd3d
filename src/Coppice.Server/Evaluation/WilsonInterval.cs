using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>Wilson's interval of a share: honest on few rows and near 0 or 1.</summary>
public readonly record struct WilsonInterval(double Lower, double Upper)
{
    /// <summary>Each bound alone errs with probability <paramref name="tail"/>: 0.05 for a one-sided bound, 0.025 for a 95 % interval.</summary>
    public static WilsonInterval Of(int successes, int rows, double tail)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        return Of((double)successes / rows, rows, tail);
    }

    /// <summary>The same for a share of as many independent rows as its error stands for.</summary>
    public static WilsonInterval Of(double share, double rows, double tail)
    {
        double z = Distributions.NormalQuantile(1 - tail);
        double shrink = 1 + (z * z / rows);
        double centre = (share + (z * z / (2 * rows))) / shrink;
        double reach = z / shrink * Math.Sqrt((share * (1 - share) / rows) + (z * z / (4 * rows * rows)));
        return new WilsonInterval(Math.Max(0, centre - reach), Math.Min(1, centre + reach));
    }
}

using Coppice.Server.Statistics;

namespace Coppice.Server.Gates;

/// <summary>How many more labels a decision needs, and between how many that lies with 95 % certainty.</summary>
public readonly record struct LabelsNeeded(long Fewest, long Expected, long Most)
{
    /// <summary>Assumed while there is no label to tell.</summary>
    private const double UsualShare = 0.1;

    private const double LeastShare = 0.01;

    private static readonly double Errors = Distributions.NormalQuantile(0.975);

    /// <summary>At the share of positives so far.</summary>
    public static LabelsNeeded Of(GateOptions bounds, long labels, long positives)
    {
        ArgumentNullException.ThrowIfNull(bounds);
        long missingPositives = bounds.MinPositives - positives;
        long missingNegatives = bounds.MinNegatives - (labels - positives);
        long missing = Math.Max(missingPositives, missingNegatives);
        if (missing <= 0)
            return default;
        double share = labels > 0 ? Math.Max((double)positives / labels, LeastShare) : UsualShare;
        double rate = Math.Max(missingPositives >= missing ? share : 1 - share, LeastShare);
        // The luck of waiting for so many at this rate, and how well so few labels tell the rate.
        double variance = missing * (1 - rate) / (rate * rate);
        if (labels > 0)
            variance += missing * missing * (1 - rate) / (labels * rate * rate * rate);
        double reach = Errors * Math.Sqrt(variance);
        double expected = Math.Ceiling(missing / rate);
        return new LabelsNeeded((long)Math.Max(missing, Math.Floor(expected - reach)), (long)expected, (long)Math.Ceiling(expected + reach));
    }
}

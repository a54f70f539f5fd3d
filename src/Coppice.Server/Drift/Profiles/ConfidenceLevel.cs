using Coppice.Server.Statistics;

namespace Coppice.Server.Drift.Profiles;

/// <summary>
/// How far apart chances lie that were given to rows not seen, and how much of that came true. Log-loss cannot tell: where fewer say yes it falls even though
/// the answers have stopped telling who. What is measured here is the slope of a recalibration (Cox 1958) by its score, which a change of level hardly moves.
/// </summary>
/// <param name="Centre">Log-odds in the middle of the chances, weighted by how much each row tells of a slope.</param>
/// <param name="Spread">What the mean gap of a row becomes where the answers tell nothing at all.</param>
/// <param name="Gap">Of one row; zero on average where all that was said comes true.</param>
public sealed record ConfidenceLevel(double Centre, double Spread, ErrorLevel Gap)
{
    /// <summary>Log-odds from the centre beyond which one row counts for no more.</summary>
    private const double Farthest = 4;

    /// <summary>Chances closer together than this are all alike.</summary>
    private const double Least = 1e-9;

    /// <summary>From labels and chances of rows not seen; null where all chances are alike.</summary>
    public static ConfidenceLevel? Of(double[] labels, double[] scores, long[] customers)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(scores);
        double weights = scores.Sum(Weight);
        if (labels.Length == 0 || weights <= 0)
            return null;
        double centre = scores.Sum(score => Weight(score) * Logistic.LogOdds(score)) / weights;
        double spread = scores.Average(score => Weight(score) * Math.Pow(Distance(score, centre), 2));
        double[] gaps = [.. labels.Select((label, row) => GapOf(label, scores[row], centre))];
        double mean = gaps.Average();
        double deviation = Math.Sqrt(gaps.Average(gap => (gap - mean) * (gap - mean)));
        double error = Clusters.Of(customers).StandardErrorOfMean([.. gaps.Select(gap => gap - mean)]) ?? 0;
        return spread > Least ? new ConfidenceLevel(centre, spread, new ErrorLevel(mean, deviation, error)) : null;
    }

    /// <summary>By how much a row fell short of what its chance said of it beside others.</summary>
    public double GapOf(double label, double score) => GapOf(label, score, Centre);

    /// <summary>How much of the difference between likely and unlikely came true, where gaps have this mean: one where all of it did, zero where nothing.</summary>
    public double CameTrue(double gap) => 1 - (gap / Spread);

    private static double GapOf(double label, double score, double centre) => -((label > 0 ? 1 : 0) - score) * Distance(score, centre);

    private static double Distance(double score, double centre) => Math.Clamp(Logistic.LogOdds(score) - centre, -Farthest, Farthest);

    private static double Weight(double score) => score * (1 - score);
}

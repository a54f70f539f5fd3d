using Coppice.Server.Learners;
using Coppice.Server.Predictions;
using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>
/// How many amounts lay inside the intervals said beside them: of all rows, and of the tenth with the largest answers, where intervals
/// that hold on average can still fail (methods 7.5).
/// </summary>
/// <param name="All">Of all rows; null without rows or with one customer only.</param>
/// <param name="TopDecile">Of the tenth with the largest answers.</param>
/// <param name="Loss">
/// Mean pinball loss of both ends, in the unit of the target: it grows with amounts outside and with needless width alike; null without rows or
/// where a range has no upper end.
/// </param>
public sealed record IntervalCoverage(MetricEstimate? All, MetricEstimate? TopDecile, MetricEstimate? Loss)
{
    private const double Tail = 0.025;

    public static IntervalCoverage Of(LabelledRows rows, ReadOnlySpan<double> scores, ReadOnlySpan<double> topWeights, MondrianIntervals intervals)
    {
        double[] inside = new double[rows.Count];
        double[] ones = new double[rows.Count];
        double[] losses = new double[rows.Count];
        for (int row = 0; row < inside.Length; row++)
        {
            var interval = intervals.Of(scores[row]);
            inside[row] = interval.Contains(rows.Labels[row]) ? 1 : 0;
            losses[row] = EndsLoss(interval, rows.Labels[row]);
        }

        Array.Fill(ones, 1);
        bool ended = losses.Length > 0 && Array.TrueForAll(losses, double.IsFinite);
        return new IntervalCoverage(
            Share(rows, inside, ones),
            Share(rows, inside, topWeights),
            ended ? RatioEstimate.Of(rows, losses, ones) : null);
    }

    private static double EndsLoss(AmountInterval interval, double label) =>
        Losses.Pinball(label, interval.Low, AmountInterval.MissRate / 2) + Losses.Pinball(label, interval.High, 1 - (AmountInterval.MissRate / 2));

    /// <summary>Wilson's interval for as many independent rows as the clustered error stands for: a share of one has no error of its own.</summary>
    private static MetricEstimate? Share(LabelledRows rows, ReadOnlySpan<double> inside, ReadOnlySpan<double> weights)
    {
        double[] counted = new double[inside.Length];
        double most = 0;
        for (int row = 0; row < counted.Length; row++)
        {
            counted[row] = inside[row] * weights[row];
            most += weights[row];
        }

        if (RatioEstimate.Of(rows, counted, weights) is not { } estimate)
            return null;
        double independent = estimate.StandardError > 0
            ? Math.Min(most, estimate.Value * (1 - estimate.Value) / (estimate.StandardError * estimate.StandardError))
            : Math.Min(most, rows.Clusters.Count);
        var band = WilsonInterval.Of(estimate.Value, independent, Tail);
        return estimate with { Lower = band.Lower, Upper = band.Upper };
    }
}

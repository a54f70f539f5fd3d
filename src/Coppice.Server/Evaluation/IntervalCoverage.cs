using Coppice.Server.Learners;

namespace Coppice.Server.Evaluation;

/// <summary>
/// How many amounts lay inside the intervals said beside them: of all rows, and of the tenth with the largest answers, where intervals
/// that hold on average can still fail (methods 7.5).
/// </summary>
/// <param name="All">Of all rows; null without rows or with one customer only.</param>
/// <param name="TopDecile">Of the tenth with the largest answers.</param>
public sealed record IntervalCoverage(MetricEstimate? All, MetricEstimate? TopDecile)
{
    private const double Tail = 0.025;

    public static IntervalCoverage Of(LabelledRows rows, ReadOnlySpan<double> scores, ReadOnlySpan<double> topWeights, MondrianIntervals intervals)
    {
        double[] inside = new double[rows.Count];
        double[] ones = new double[rows.Count];
        for (int row = 0; row < inside.Length; row++)
            inside[row] = intervals.Of(scores[row]).Contains(rows.Labels[row]) ? 1 : 0;
        Array.Fill(ones, 1);
        return new IntervalCoverage(Share(rows, inside, ones), Share(rows, inside, topWeights));
    }

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

using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation.Estimates;

/// <summary>
/// How good probabilities will turn out, before their labels are there (CBPE, methods 5.1). It takes for granted that what makes a yes has
/// not changed, so it may raise an alarm and never clear one: where that has changed, the estimate stays rosy.
/// </summary>
public sealed record EstimatedBinaryMetrics
{
    public required int Rows { get; init; }

    public required ExpectedConfusion Confusion { get; init; }

    /// <summary>AUC, log-loss, Brier score and accuracy by name. Their errors are the luck of the labels alone, the chances taken as given; a metric that is not defined is left out.</summary>
    public required IReadOnlyDictionary<string, MetricEstimate> Estimates { get; init; }

    /// <summary>Estimates the metrics of one version on rows without labels.</summary>
    /// <param name="chances">The calibrated chance of a yes of each row.</param>
    /// <param name="scores">What the version said, by which rows are ranked and decided.</param>
    /// <param name="threshold">Scores from here on are called positive.</param>
    public static EstimatedBinaryMetrics Of(ReadOnlySpan<double> chances, ReadOnlySpan<double> scores, double threshold = BinaryMetrics.DefaultThreshold)
    {
        if (chances.Length != scores.Length)
            throw new ArgumentException($"Expected {scores.Length} chances, one for each score, found {chances.Length}.", nameof(chances));
        RequireProbabilities(chances, nameof(chances));
        RequireProbabilities(scores, nameof(scores));
        var estimates = new Dictionary<string, MetricEstimate>();
        Add(MetricNames.Auc, ExpectedAuc.Of(chances, scores));
        Add(MetricNames.LogLoss, MeanOf(chances, scores, Losses.Log));
        Add(MetricNames.Brier, MeanOf(chances, scores, Losses.Squared));
        Add(MetricNames.Accuracy, MeanOf(chances, scores, (label, score) => score >= threshold == label > 0 ? 1 : 0));
        return new EstimatedBinaryMetrics { Rows = scores.Length, Confusion = ExpectedConfusion.At(threshold, chances, scores), Estimates = estimates };

        void Add(string name, MetricEstimate? estimate)
        {
            if (estimate is not null)
                estimates.Add(name, estimate);
        }
    }

    /// <summary>The mean to expect of what a row costs with either label. Each row adds the variance of a coin that falls on one or the other.</summary>
    private static MetricEstimate? MeanOf(ReadOnlySpan<double> chances, ReadOnlySpan<double> scores, Func<double, double, double> loss)
    {
        if (chances.IsEmpty)
            return null;
        double sum = 0;
        double variance = 0;
        for (int row = 0; row < chances.Length; row++)
        {
            double chance = chances[row];
            double ifYes = loss(1, scores[row]);
            double ifNo = loss(0, scores[row]);
            sum += (chance * ifYes) + ((1 - chance) * ifNo);
            variance += chance * (1 - chance) * (ifYes - ifNo) * (ifYes - ifNo);
        }

        return MetricEstimate.Of(sum / chances.Length, Math.Sqrt(variance) / chances.Length);
    }

    private static void RequireProbabilities(ReadOnlySpan<double> values, string name)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (values[row] is not (>= 0 and <= 1))
                throw new ArgumentException($"A probability lies in 0..1; row {row} holds {values[row]}.", name);
        }
    }
}

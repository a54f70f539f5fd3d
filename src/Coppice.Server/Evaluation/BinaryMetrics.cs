using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>How good the probabilities of one version are (methods 1.1, 7.1).</summary>
public sealed record BinaryMetrics : ModelMetrics
{
    public const double DefaultThreshold = 0.5;

    private const int Bins = 10;

    public override PredictionKind Kind => PredictionKind.Probability;

    public double? Prevalence => Rows == 0 ? null : (double)Positives / Rows;

    public required ConfusionMatrix Confusion { get; init; }

    public required double? Auc { get; init; }

    public required double? LogLoss { get; init; }

    public required double? Brier { get; init; }

    public required double? AveragePrecision { get; init; }

    public required double? TopDecileLift { get; init; }

    /// <summary>1 - log-loss / log-loss of the training prevalence; not above zero means no better than a constant.</summary>
    public required double? Skill { get; init; }

    public required double? BrierSkill { get; init; }

    public required double? CalibrationSlope { get; init; }

    public required double? CalibrationIntercept { get; init; }

    public required double? SpiegelhalterZ { get; init; }

    /// <summary>What acting by the answers saves per 1,000 customers, against waiting with everybody; null where nothing says what acting costs.</summary>
    public double? Value { get; init; }

    /// <summary>Ten bins of equal row counts, lowest scores first.</summary>
    public required IReadOnlyList<CalibrationBin> CalibrationBins { get; init; }

    /// <summary>Mean gap over the bins, weighted by rows. Biased upward on few rows: not for gates below 2,000 rows.</summary>
    public double? CalibrationError => Rows == 0 ? null : CalibrationBins.Sum(bin => bin.Gap * bin.Rows) / Rows;

    public double? LargestCalibrationError => Rows == 0 ? null : CalibrationBins.Max(bin => bin.Gap);

    /// <summary>Measures one version on one block.</summary>
    /// <param name="rows">Labels 0 and 1.</param>
    /// <param name="scores">One probability per row.</param>
    /// <param name="trainingPrevalence">Share of positives among the training rows: the constant that the version must beat.</param>
    /// <param name="threshold">Scores from here on are called positive.</param>
    /// <param name="bins">How many calibration bins.</param>
    public static BinaryMetrics Of(
        LabelledRows rows, ReadOnlySpan<double> scores, double trainingPrevalence, double threshold = DefaultThreshold, int bins = Bins)
    {
        ArgumentNullException.ThrowIfNull(rows);
        rows.RequireProbabilities(scores, nameof(scores));
        if (trainingPrevalence is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(trainingPrevalence), trainingPrevalence, "A prevalence lies in 0..1.");

        int[] order = OrderStatistics.AscendingOrder(scores);
        RowLosses logLoss = RowLosses.Of(rows, scores, Losses.Log);
        RowLosses brier = RowLosses.Of(rows, scores, Losses.Squared);
        AucPlacements? auc = AucPlacements.Of(rows, scores, order);
        ConfusionMatrix confusion = ConfusionMatrix.At(threshold, rows.Labels, scores);
        LogisticRecalibration? recalibration = Recalibration(rows, scores);
        return new BinaryMetrics
        {
            Rows = rows.Count,
            Positives = rows.Positives,
            Confusion = confusion,
            Auc = auc?.Auc,
            LogLoss = logLoss.Mean,
            Brier = brier.Mean,
            AveragePrecision = RankedPrecision.Average(rows, scores, order),
            TopDecileLift = EqualMassBins.TopShare(rows, scores, order, 0.1) * rows.Count / EqualMassBins.CountOf(0.1, rows.Count),
            Skill = logLoss.SkillAgainst(rows, trainingPrevalence, Losses.Log),
            BrierSkill = brier.SkillAgainst(rows, trainingPrevalence, Losses.Squared),
            CalibrationSlope = recalibration?.Slope,
            CalibrationIntercept = recalibration?.Intercept,
            SpiegelhalterZ = Spiegelhalter(rows, scores),
            CalibrationBins = EqualMassBins.Of(rows, scores, order, bins),
            Estimates = EstimatesOf(rows, scores, auc, logLoss, confusion),
        };
    }

    /// <summary>The same with what acting by the scores is worth.</summary>
    public BinaryMetrics Valued(LabelledRows rows, ReadOnlySpan<double> scores, ActionCosts costs)
    {
        RowLosses saved = RowLosses.Of(rows, scores, (label, score) => 1_000 * costs.Saved(label, score));
        return MetricEstimate.Of(saved.Mean, saved.StandardError(rows)) is { } estimate
            ? this with { Value = saved.Mean, Estimates = new Dictionary<string, MetricEstimate>(Estimates) { [MetricNames.Value] = estimate } }
            : this with { Value = saved.Mean };
    }

    private static Dictionary<string, MetricEstimate> EstimatesOf(
        LabelledRows rows, ReadOnlySpan<double> scores, AucPlacements? auc, RowLosses logLoss, ConfusionMatrix confusion)
    {
        var estimates = new Dictionary<string, MetricEstimate>();
        if (auc is not null && rows is { Positives: > 1, Negatives: > 1 })
        {
            var influences = new double[rows.Count];
            auc.WriteInfluences(rows, influences);
            Add(MetricNames.Auc, MetricEstimate.Of(auc.Auc, rows.Clusters.StandardErrorOfSum(influences)));
        }
        Add(MetricNames.LogLoss, MetricEstimate.Of(logLoss.Mean, logLoss.StandardError(rows)));
        RowLosses wrong = RowLosses.Of(rows, scores, (label, score) => score >= confusion.Threshold == label > 0 ? 0 : 1);
        Add(MetricNames.Accuracy, MetricEstimate.Of(confusion.Accuracy, wrong.StandardError(rows)));
        return estimates;

        void Add(string name, MetricEstimate? estimate)
        {
            if (estimate is not null)
                estimates.Add(name, estimate);
        }
    }

    private static LogisticRecalibration? Recalibration(LabelledRows rows, ReadOnlySpan<double> scores)
    {
        if (rows.Positives == 0 || rows.Negatives == 0)
            return null;
        var margins = new double[scores.Length];
        for (int row = 0; row < margins.Length; row++)
            margins[row] = Logistic.LogOdds(scores[row]);
        return LogisticRecalibration.Fit(margins, rows.Labels);
    }

    /// <summary>Standard normal when the probabilities are right (Spiegelhalter 1986).</summary>
    private static double? Spiegelhalter(LabelledRows rows, ReadOnlySpan<double> scores)
    {
        double sum = 0;
        double variance = 0;
        for (int row = 0; row < scores.Length; row++)
        {
            double tilt = 1 - (2 * scores[row]);
            sum += (rows.Labels[row] - scores[row]) * tilt;
            variance += tilt * tilt * scores[row] * (1 - scores[row]);
        }
        return variance > 0 ? sum / Math.Sqrt(variance) : null;
    }
}

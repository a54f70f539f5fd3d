using Coppice.Server.Predictions;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>A scalar metric: its name, what people read, which values are better, and how to read it off the metrics of a version.</summary>
public sealed class MetricDefinition
{
    private readonly Func<ModelMetrics, double?> _value;

    private MetricDefinition(string name, PredictionKind kind, string displayName, MetricDirection direction, Func<ModelMetrics, double?> value)
    {
        Name = name;
        Kind = kind;
        DisplayName = displayName;
        Direction = direction;
        _value = value;
    }

    public static IReadOnlyList<MetricDefinition> All { get; } =
    [
        Binary(MetricNames.Auc, "AUC", MetricDirection.Higher, metrics => metrics.Auc),
        Binary(MetricNames.LogLoss, "log-loss", MetricDirection.Lower, metrics => metrics.LogLoss),
        Binary(MetricNames.Brier, "Brier score", MetricDirection.Lower, metrics => metrics.Brier),
        Binary(MetricNames.Accuracy, "accuracy", MetricDirection.Higher, metrics => metrics.Confusion.Accuracy),
        Binary(MetricNames.Precision, "precision", MetricDirection.Higher, metrics => metrics.Confusion.Precision),
        Binary(MetricNames.Recall, "recall", MetricDirection.Higher, metrics => metrics.Confusion.Recall),
        Binary(MetricNames.F1, "F1", MetricDirection.Higher, metrics => metrics.Confusion.F1),
        Binary(MetricNames.AveragePrecision, "average precision", MetricDirection.Higher, metrics => metrics.AveragePrecision),
        Binary(MetricNames.TopDecileLift, "lift of the top 10 %", MetricDirection.Higher, metrics => metrics.TopDecileLift),
        Binary(MetricNames.Skill, "skill against the prior", MetricDirection.Higher, metrics => metrics.Skill),
        Binary(MetricNames.BrierSkill, "Brier skill against the prior", MetricDirection.Higher, metrics => metrics.BrierSkill),
        Binary(MetricNames.CalibrationError, "calibration error", MetricDirection.Lower, metrics => metrics.CalibrationError),
        Binary(MetricNames.LargestCalibrationError, "largest calibration error", MetricDirection.Lower, metrics => metrics.LargestCalibrationError),
        Binary(MetricNames.CalibrationSlope, "calibration slope", MetricDirection.NearerToOne, metrics => metrics.CalibrationSlope),
        Binary(MetricNames.CalibrationIntercept, "calibration intercept", MetricDirection.NearerToZero, metrics => metrics.CalibrationIntercept),
        Binary(MetricNames.SpiegelhalterZ, "Spiegelhalter z", MetricDirection.NearerToZero, metrics => metrics.SpiegelhalterZ),
        Binary(MetricNames.Value, "value of 1,000 customers", MetricDirection.Higher, metrics => metrics.Value),
        Amount(MetricNames.TweedieDeviance, "Tweedie deviance", MetricDirection.Lower, metrics => metrics.TweedieDeviance),
        Amount(MetricNames.NormalisedGini, "normalised Gini", MetricDirection.Higher, metrics => metrics.NormalisedGini),
        Amount(MetricNames.RootMeanSquaredError, "RMSE", MetricDirection.Lower, metrics => metrics.RootMeanSquaredError),
        Amount(MetricNames.MeanAbsoluteError, "MAE", MetricDirection.Lower, metrics => metrics.MeanAbsoluteError),
        Amount(MetricNames.RootMeanSquaredLogError, "RMSLE", MetricDirection.Lower, metrics => metrics.RootMeanSquaredLogError),
        Amount(MetricNames.R2, "R²", MetricDirection.Higher, metrics => metrics.R2),
        Amount(MetricNames.Spearman, "Spearman rank correlation", MetricDirection.Higher, metrics => metrics.Spearman),
        Amount(MetricNames.TopDecileShare, "share held by the top 10 %", MetricDirection.Higher, metrics => metrics.TopDecileShare),
        Amount(MetricNames.TotalRatio, "total predicted / total true", MetricDirection.NearerToOne, metrics => metrics.TotalRatio),
        Amount(MetricNames.Skill, "skill against the mean", MetricDirection.Higher, metrics => metrics.Skill),
        Amount(MetricNames.RhythmSkill, "skill against buying rhythm", MetricDirection.Higher, metrics => metrics.RhythmSkill),
        Amount(MetricNames.IntervalCoverage, "amounts inside their range", MetricDirection.NearerToPromise, metrics => metrics.IntervalCoverage),
        Amount(MetricNames.TopDecileCoverage, "of the top 10 %, inside their range", MetricDirection.NearerToPromise, metrics => metrics.TopDecileCoverage),
        Amount(MetricNames.RangeLoss, "loss of the range's ends", MetricDirection.Lower, metrics => metrics.RangeLoss),
        Amount(MetricNames.AboveCapShare, "share above the largest amount learnt from", MetricDirection.Lower, metrics => metrics.AboveCapShare),
        Amount(MetricNames.Top5Share, "squared error held by 5 rows", MetricDirection.Lower, metrics => metrics.Top5Share),
    ];

    public string Name { get; }

    public PredictionKind Kind { get; }

    public string DisplayName { get; }

    public MetricDirection Direction { get; }

    public static IEnumerable<MetricDefinition> Of(PredictionKind kind) => All.Where(metric => metric.Kind == kind);

    /// <summary>The metric of that name for that kind of target, or null.</summary>
    public static MetricDefinition? Find(PredictionKind kind, string name) =>
        All.FirstOrDefault(metric => metric.Kind == kind && string.Equals(metric.Name, name, StringComparison.OrdinalIgnoreCase));

    public double? ValueOf(ModelMetrics metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        if (metrics.Kind != Kind)
            throw new ArgumentException($"The metric {Name} is of a {Kind}; found the metrics of a {metrics.Kind}.", nameof(metrics));
        return _value(metrics);
    }

    /// <summary>Positive when <paramref name="first"/> is the better value, negative when it is the worse one; any value is better than none.</summary>
    public int Compare(double? first, double? second)
    {
        if (first is not { } one || second is not { } other)
            return (first is null ? 0 : 1) - (second is null ? 0 : 1);
        return Direction switch
        {
            MetricDirection.Higher => one.CompareTo(other),
            MetricDirection.Lower => other.CompareTo(one),
            MetricDirection.NearerToZero => Math.Abs(other).CompareTo(Math.Abs(one)),
            MetricDirection.NearerToPromise => Math.Abs(other - AmountInterval.Share).CompareTo(Math.Abs(one - AmountInterval.Share)),
            _ => Math.Abs(other - 1).CompareTo(Math.Abs(one - 1)),
        };
    }

    private static MetricDefinition Binary(string name, string displayName, MetricDirection direction, Func<BinaryMetrics, double?> value) =>
        new(name, PredictionKind.Probability, displayName, direction, metrics => value((BinaryMetrics)metrics));

    private static MetricDefinition Amount(string name, string displayName, MetricDirection direction, Func<AmountMetrics, double?> value) =>
        new(name, PredictionKind.Amount, displayName, direction, metrics => value((AmountMetrics)metrics));
}

namespace Coppice.Server.Evaluation;

/// <summary>The stable names of the metrics, as stored, answered and typed. What each means: <see cref="MetricDefinition.All"/>.</summary>
public static class MetricNames
{
    public const string AboveCapShare = "above_cap_share";
    public const string Accuracy = "accuracy";
    public const string Auc = "auc";
    public const string AveragePrecision = "average_precision";
    public const string Brier = "brier";
    public const string BrierSkill = "brier_skill";
    public const string CalibrationError = "calibration_error";
    public const string CalibrationIntercept = "calibration_intercept";
    public const string CalibrationSlope = "calibration_slope";
    public const string F1 = "f1";
    public const string IntervalCoverage = "interval_coverage";
    public const string LargestCalibrationError = "largest_calibration_error";
    public const string LogLoss = "log_loss";
    public const string MeanAbsoluteError = "mae";
    public const string NormalisedGini = "normalised_gini";
    public const string Precision = "precision";
    public const string RangeLoss = "range_loss";
    public const string R2 = "r2";
    public const string Recall = "recall";
    public const string RhythmSkill = "rhythm_skill";
    public const string RootMeanSquaredError = "rmse";
    public const string RootMeanSquaredLogError = "rmsle";
    public const string Skill = "skill";
    public const string Spearman = "spearman";
    public const string SpiegelhalterZ = "spiegelhalter_z";
    public const string Top5Share = "top5_share";
    public const string TopDecileCoverage = "top_decile_coverage";
    public const string TopDecileLift = "top_decile_lift";
    public const string TopDecileShare = "top_decile_share";
    public const string TotalRatio = "total_ratio";
    public const string TweedieDeviance = "tweedie_deviance";
    public const string Value = "value_per_1000";
}

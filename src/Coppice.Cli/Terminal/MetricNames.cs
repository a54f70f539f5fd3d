namespace Coppice.Cli.Terminal;

/// <summary>How the metrics of the wire are called for people, and with how many digits they are worth reading.</summary>
internal static class MetricNames
{
    /// <summary>What a table shows first, for probabilities and for amounts.</summary>
    public static IReadOnlyList<string> InOrderOfInterest { get; } =
        ["auc", "log_loss", "accuracy", "brier", "top_decile_share", "normalised_gini", "tweedie_deviance", "mae", "rmse", "rmsle"];

    public static string Display(string stableName) => stableName switch
    {
        "auc" => "AUC",
        "log_loss" => "log-loss",
        "brier" => "Brier",
        "f1" => "F1",
        "rmse" => "RMSE",
        "rmsle" => "RMSLE",
        "mae" => "MAE",
        "r2" => "R²",
        "normalised_gini" => "Gini",
        "tweedie_deviance" => "deviance",
        "rhythm_skill" => "beyond buying rhythm",
        "value_per_1000" => "saved by 1,000",
        "top_decile_share" => "top 10 % hold",
        _ => stableName.Replace('_', ' '),
    };

    /// <summary>On which side of a promise it keeps it.</summary>
    public static string Direction(string stableName) => stableName is "log_loss" or "brier" or "tweedie_deviance" or "mae" or "rmse" or "rmsle" ? "≤" : "≥";

    public static int Digits(string stableName) => stableName is "log_loss" or "brier" or "tweedie_deviance" ? 4 : 3;
}

using System.Globalization;
using Coppice.Client;
using Coppice.Server.Evaluation;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Reports;

/// <summary>Figures and terms as people read them.</summary>
internal static class ReportWords
{
    private const string Missing = "–";

    public static string Metric(string name) => (MetricDefinition.Find(PredictionKind.Probability, name) ?? MetricDefinition.Find(PredictionKind.Amount, name))?.DisplayName ?? name;

    public static bool IsLessBetter(string name) =>
        (MetricDefinition.Find(PredictionKind.Probability, name) ?? MetricDefinition.Find(PredictionKind.Amount, name))?.Direction == MetricDirection.Lower;

    public static string Value(string metric, double? value) => value switch
    {
        null => Missing,
        { } number when IsShare(metric) => $"{(100 * number).ToString("0.#", CultureInfo.InvariantCulture)} %",
        { } number => Number(number, metric is MetricNames.LogLoss or MetricNames.Brier or MetricNames.TweedieDeviance ? 4 : 3),
    };

    public static string WithBand(string metric, double? value, double? halfWidth) =>
        value is null || halfWidth is null ? Value(metric, value) : $"{Value(metric, value)} ±{Value(metric, halfWidth)}";

    public static string Number(double value, int digits = 3)
    {
        if (Math.Abs(value) >= 100)
            return value.ToString("N0", CultureInfo.InvariantCulture);
        if (Math.Abs(value) >= 10)
            return value.ToString("N1", CultureInfo.InvariantCulture);
        string text = (Math.Round(value, digits) + 0.0).ToString("F" + digits, CultureInfo.InvariantCulture);
        return text.StartsWith("0.", StringComparison.Ordinal) ? text[1..] : text.StartsWith("-0.", StringComparison.Ordinal) ? "−" + text[2..] : text.Replace('-', '−');
    }

    public static string Signed(double value, int digits = 3) => value > 0 ? "+" + Number(value, digits) : Number(value, digits);

    public static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>A p-value.</summary>
    public static string Chance(double p) => p < 0.0001 ? "<.0001" : Number(p, p < 0.1 ? 4 : 2);

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Counted(long count, string singular) => $"{Count(count)} {singular}{(count == 1 ? "" : "s")}";

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + " UTC";

    public static string Plain(string word) => word.Replace('_', ' ');

    /// <summary>The share of a tenth that came true, or its mean amount.</summary>
    public static string Tenth(ModelCard card, double value) => card.Predicts == "probability" ? $"{(100 * value).ToString("0.0", CultureInfo.InvariantCulture)} %" : Number(value, 2);

    /// <summary>The headline once more for whoever has never heard of the metric.</summary>
    public static string ForManagers(string metric, double value) => metric switch
    {
        MetricNames.Auc => $"Of two customers, one for whom it comes true and one for whom it does not, the right one is ranked higher {(100 * value).ToString("0", CultureInfo.InvariantCulture)} times of 100.",
        MetricNames.TopDecileShare => $"The tenth of customers of whom most is expected holds {(100 * value).ToString("0", CultureInfo.InvariantCulture)} % of what came true.",
        _ => "",
    };

    private static bool IsShare(string metric) => metric is MetricNames.TopDecileShare or MetricNames.IntervalCoverage or MetricNames.TopDecileCoverage or MetricNames.AboveCapShare or MetricNames.Top5Share;
}

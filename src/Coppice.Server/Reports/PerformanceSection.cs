using Coppice.Client;

namespace Coppice.Server.Reports;

/// <summary>What came of answers over time.</summary>
internal static class PerformanceSection
{
    public static Html Write(VersionReport report)
    {
        var performance = report.Performance;
        if (performance.Points.Count == 0)
            return ReportPage.Section("How good are its answers?", "Nobody has asked the model yet. Once answers have been given and their labels have matured, this is where they are held against what came true.");
        string lead = $"Each answer was scored once, as it was served, when its label matured. {performance.Sentence}";
        return ReportPage.Section("How good are its answers?", lead, OverTime(performance), Errors(report.Errors));
    }

    /// <summary>Of amounts only the size of errors can be told beforehand, so that a rank has no hollow points.</summary>
    private static Html Errors(PerformanceResponse? errors) => errors is null || errors.Points.Count == 0
        ? Html.Empty
        : Html.Join(Html.Of($"<h3>How far off amounts are</h3><p>{errors.Sentence}{Bias(errors)}</p>"), OverTime(errors));

    private static string Bias(PerformanceResponse errors) => errors.Points.LastOrDefault(point => point.Estimated?.Bias is not null)?.Estimated?.Bias is { } bias
        ? $" Expectations were {ReportWords.Value(errors.Metric, Math.Abs(bias))} too {(bias > 0 ? "high" : "low")} on the newest answers that came true."
        : "";

    private static Html OverTime(PerformanceResponse performance)
    {
        string metric = performance.Metric;
        string by = performance.By;
        return Html.Join(
            PerformanceChart.Draw(performance),
            Html.Of($"<figcaption>{ReportWords.Metric(metric)} by {by}: solid what came true with its 95 % interval, hollow what is expected where labels are still to come, dashed what was promised. Thin lines are changes of champion; resting on a point shows the rows behind it.</figcaption>"),
            ReportPage.Folded("As a table", ReportPage.Table(
                [by, "#labels", $"#{ReportWords.Metric(metric)}", "#expected", "#constant", "#no change", "#to come", "answered by"],
                performance.Points.Select<PerformancePoint, IReadOnlyList<Html>>(point =>
                [
                    Html.Of($"{ReportWords.Day(point.From)}"),
                    Html.Of($"{ReportWords.Count(point.Rows)}"),
                    Html.Of($"{ReportWords.WithBand(metric, point.Value, point.HalfWidth)}"),
                    Html.Of($"{ReportWords.WithBand(metric, point.Estimated?.Value, point.Estimated?.HalfWidth)}"),
                    Html.Of($"{ReportWords.Value(metric, point.Prior)}"),
                    Html.Of($"{ReportWords.Value(metric, point.NoChange)}"),
                    Html.Of($"{ReportWords.Count(point.Open)}"),
                    Html.Of($"{string.Join(", ", point.Versions.Select(v => v.Version))}"),
                ]))));
    }
}

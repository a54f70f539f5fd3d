using Coppice.Client;

namespace Coppice.Server.Reports;

/// <summary>Whether what is said can be taken at its word, and for whom.</summary>
internal static class AnswersSection
{
    public static Html Write(VersionReport report)
    {
        if (report.Judgement is not { } judged)
            return Html.Empty;
        return Html.Join(Calibration(report, judged.Tenths), Segments(judged.Segments));
    }

    private static Html Calibration(VersionReport report, IReadOnlyList<DecileResponse> tenths)
    {
        const string Title = "Can it be taken at its word?";
        if (tenths.Count == 0)
            return ReportPage.Section(Title, "This version was judged before calibration was kept with the decision.");
        var card = report.Card;
        bool isChance = card.Predicts == "probability";
        double mean = tenths.Sum(t => t.Actual * t.Rows) / tenths.Sum(t => t.Rows);
        double lift = mean > 0 ? tenths[^1].Actual / mean : 0;
        string lead = isChance
            ? $"Of those it gave the highest scores, {ReportWords.Tenth(card, tenths[^1].Actual)} came true, {lift:0.0} times the {ReportWords.Tenth(card, mean)} of all; it had said {ReportWords.Tenth(card, tenths[^1].Predicted)}."
            : $"The tenth it expected most of brought {ReportWords.Tenth(card, tenths[^1].Actual)} each, {lift:0.0} times the mean of {ReportWords.Tenth(card, mean)}; it had said {ReportWords.Tenth(card, tenths[^1].Predicted)}.";
        return ReportPage.Section(
            Title,
            lead,
            Html.Of($"<div class=\"pair\">{(isChance ? Html.Of($"<figure>{TenthsChart.Calibration(card, tenths)}<figcaption>Calibration: on the dashed line what is said comes true. Bars are 95 % intervals, the size of a point its rows.</figcaption></figure>") : Html.Empty)}<figure>{TenthsChart.Bars(card, tenths)}<figcaption>By tenths of the rows: bars came true, marks were said.</figcaption></figure></div>"),
            ReportPage.Folded("As a table", ReportPage.Table(
                ["tenth", "#rows", "#said", "#came true", "#lift"],
                tenths.Select<DecileResponse, IReadOnlyList<Html>>((t, i) =>
                [
                    Html.Of($"{i + 1}"),
                    Html.Of($"{ReportWords.Count(t.Rows)}"),
                    Html.Of($"{ReportWords.Tenth(card, t.Predicted)}"),
                    Html.Of($"{ReportWords.Tenth(card, t.Actual)}"),
                    Html.Of($"{(mean > 0 ? $"{t.Actual / mean:0.00}" : "–")}"),
                ]))),
            AllMetrics(report));
    }

    private static Html AllMetrics(VersionReport report) => ReportPage.Folded("Every metric on the rows that judged it", ReportPage.Table(
        ["metric", "#value", "#95 % interval"],
        report.Version.Metrics.Where(metric => metric.Value is not null).Select<KeyValuePair<string, double?>, IReadOnlyList<Html>>(metric =>
        [
            Html.Of($"{ReportWords.Metric(metric.Key)}"),
            Html.Of($"{ReportWords.Value(metric.Key, metric.Value)}"),
            Html.Of($"{(report.Version.Bands.TryGetValue(metric.Key, out var band) ? $"{ReportWords.Value(metric.Key, band.Lower)} to {ReportWords.Value(metric.Key, band.Upper)}" : "")}"),
        ])));

    private static Html Segments(IReadOnlyList<SegmentFigures> segments) => segments.Count == 0
        ? Html.Empty
        : ReportPage.Section(
            "For whom is it better or worse?",
            "Groups of customers with enough rows to tell, the largest first. Better than the champion at the time is above zero, whichever way the metric points.",
            ReportPage.Table(
                ["group", "#rows", "#champion", "#this version", "#better by"],
                segments.Select<SegmentFigures, IReadOnlyList<Html>>(segment =>
                [
                    Html.Of($"{segment.Name}"),
                    Html.Of($"{ReportWords.Count(segment.Rows)}"),
                    Html.Of($"{ReportWords.Value(segment.Metric, segment.Champion)}"),
                    Html.Of($"{ReportWords.Value(segment.Metric, segment.Challenger)}"),
                    Html.Of($"{ReportWords.Signed(segment.Improvement, 4)} {(segment.HalfWidth is { } half ? "±" + ReportWords.Number(half, 4) : "")}"),
                ])));
}

using Coppice.Client;

namespace Coppice.Server.Reports;

/// <summary>Which version this is, whether it is live, and the few numbers that say how good it is.</summary>
internal static class HeadSection
{
    public static Html Write(VersionReport report)
    {
        var version = report.Version;
        string metric = report.Card.Headline;
        double? value = version.Metrics.GetValueOrDefault(metric);
        version.Bands.TryGetValue(metric, out var band);
        return Html.Join(
            Html.Of($"<header><p class=\"over\">{report.Workspace} · version report</p><h1>{report.Card.Model} <span>{version.Version}</span></h1>{Standing(report)}</header>\n"),
            Html.Of($"<div class=\"cards\">"),
            Card(
                $"{ReportWords.Metric(metric)} when judged",
                ReportWords.WithBand(metric, value, band is null ? null : (band.Upper - band.Lower) / 2),
                version.BlockRows > 0 ? $"on {ReportWords.Counted(version.BlockRows, "fresh label")} it had not learnt from" : "never judged"),
            Came(report, metric),
            Card("Learnt from", ReportWords.Counted(report.Training.Rows, "row"), $"{ReportWords.Day(report.Training.From)} to {ReportWords.Day(report.Training.Until)}"),
            Card("Inputs", ReportWords.Count(version.Features), $"{ReportWords.Counted(version.Trees, "tree")} · {version.SizeBytes / 1000.0:N0} kB · {version.Seconds:0.0} s to make"),
            Html.Of($"</div>\n"),
            value is { } known && ReportWords.ForManagers(metric, known) is { Length: > 0 } words ? Html.Of($"<p class=\"manager\">{words}</p>\n") : Html.Empty);
    }

    private static Html Came(VersionReport report, string metric)
    {
        long rows = report.Answers.Sum(week => week.Rows);
        if (rows == 0)
            return Card($"{ReportWords.Metric(metric)} when it answered", "–", "none of its answers has come true yet");
        double value = report.Answers.Sum(week => (week.Value ?? 0) * week.Rows) / Math.Max(1, report.Answers.Where(week => week.Value is not null).Sum(week => week.Rows));
        return Card($"{ReportWords.Metric(metric)} when it answered", ReportWords.Value(metric, value), $"{ReportWords.Counted(rows, "answer")} of its own that came true, mean of {ReportWords.Counted(report.Answers.Count, "week")}");
    }

    private static Html Standing(VersionReport report)
    {
        string role = report.Version.Role;
        var last = report.Deployments is [.., var newest] ? newest : null;
        string words = (role, last) switch
        {
            ("champion", { } live) => $"Live since {ReportWords.Moment(live.At)}",
            ("challenger", _) => "Taking over from the champion step by step",
            (_, { } left) when left.From == report.Version.Version => $"Not live; {left.To} took its place on {ReportWords.Moment(left.At)}",
            (_, null) => "Has never been live",
            _ => "Not live",
        };
        string decision = report.Version.Decision is { } decided ? $" · {decided} when judged" : "";
        return Html.Of($"<p class=\"state {(role == "champion" ? "good" : "calm")}\">{(role == "champion" ? "●" : "○")} {words}{decision}</p>");
    }

    private static Html Card(string title, string figure, string note) =>
        Html.Of($"<div class=\"card\"><p class=\"name\">{title}</p><p class=\"figure\">{figure}</p><p class=\"note\">{note}</p></div>");
}

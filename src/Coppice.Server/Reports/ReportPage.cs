using Coppice.Client;

namespace Coppice.Server.Reports;

/// <summary>A report as one page: styles and charts inside, no script that runs, nothing asked of another host, sealed.</summary>
internal static class ReportPage
{
    public static string Write(VersionReport report)
    {
        string name = $"{report.Card.Model} {report.Version.Version}";
        var page = Html.Join(
            Html.Of($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">"),
            Html.Known("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"),
            Html.Of($"<title>{name} · {report.Workspace}</title><style>"),
            Html.Known(ReportStyle.Sheet),
            Html.Of($"</style></head>\n<body><main>\n"),
            HeadSection.Write(report),
            PerformanceSection.Write(report),
            JudgementSection.Write(report),
            ShockSection.Write(report),
            PastSection.Write(report),
            FootprintSection.Write(report),
            AnswersSection.Write(report),
            ReasonsSection.Write(report),
            DriftSection.Write(report),
            LearningSection.Write(report),
            AuditSection.Write(report),
            Html.Of($"</main>\n"),
            Html.Known(ReportSeal.Embed(report)),
            Html.Of($"\n{Html.Known(ReportSeal.Placeholder)}\n</body></html>\n"));
        return ReportSeal.Apply(page.ToString());
    }

    /// <summary>A part of the page under its question.</summary>
    public static Html Section(string title, string lead, params ReadOnlySpan<Html> parts) => Html.Join(
        Html.Of($"<section><h2>{title}</h2>"),
        lead.Length == 0 ? Html.Empty : Html.Of($"<p class=\"lead\">{lead}</p>"),
        Html.Join(parts),
        Html.Of($"</section>\n"));

    /// <summary>A table; headings that begin with <c>#</c> stand over numbers.</summary>
    public static Html Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<Html>> rows) => Html.Of(
        $"<div class=\"wide\"><table><thead><tr>{Html.Join(headings.Select(Heading))}</tr></thead><tbody>{Html.Join(rows.Select(row => Row(headings, row)))}</tbody></table></div>");

    /// <summary>A verdict by shape, word and hue.</summary>
    public static Html Verdict(string verdict, string shape, string hue) => Html.Of($"<span class=\"verdict {hue}\">{shape} {ReportWords.Plain(verdict)}</span>");

    /// <summary>The same behind a line that opens it.</summary>
    public static Html Folded(string summary, Html content) => Html.Of($"<details><summary>{summary}</summary>{content}</details>");

    /// <summary>A line of bars: what it is, how long, and the figure; the length alone says nothing to whoever cannot see it.</summary>
    public static Html Bar(string name, double value, double most, string? figure = null) => Html.Of(
        $"<div>{name}</div><div>{(value > 0 ? Html.Of($"<i style=\"width:{100 * value / most}%\"></i>") : Html.Empty)}</div><div class=\"n\">{figure ?? ReportWords.Count((long)value)}</div>");

    private static Html Heading(string heading) => heading.StartsWith('#') ? Html.Of($"<th class=\"n\">{heading[1..]}</th>") : Html.Of($"<th>{heading}</th>");

    private static Html Row(IReadOnlyList<string> headings, IReadOnlyList<Html> cells) => Html.Of(
        $"<tr>{Html.Join(cells.Select((cell, i) => headings[i].StartsWith('#') ? Html.Of($"<td class=\"n\">{cell}</td>") : Html.Of($"<td>{cell}</td>")))}</tr>");
}

using System.Globalization;
using Coppice.Client;
using Coppice.Server.Storage;

namespace Coppice.Server.Reports;

/// <summary>How anybody can see that the report is what it was.</summary>
internal static class AuditSection
{
    public static Html Write(VersionReport report)
    {
        var audit = report.Audit;
        return ReportPage.Section(
            "How can this be checked?",
            $"Written {ReportWords.Moment(report.WrittenAt)}. The file carries a seal over its own bytes and the place where the workspace's audit stood: each entry there holds the hash of the one before.",
            Html.Of($"<pre>coppice report verify FILE</pre><p class=\"note\">tells without a connection whether a byte has changed; with --audit also whether the workspace's audit has this entry.</p><h3>Hashes (SHA-256)</h3><dl>"),
            Row($"audit entry {audit.Position.ToString(CultureInfo.InvariantCulture)}", audit.Hash),
            Html.Join(report.Training.Hashes.Select(hash => Row(ReportWords.Plain(hash.Key), hash.Value))),
            report.Judgement is { } judged ? Row("rows that judged it", judged.RowsHash) : Html.Empty,
            Html.Of($"</dl>"),
            audit.Entries.Count == 0 ? Html.Empty : ReportPage.Folded($"What the audit says of it ({audit.Entries.Count})", ReportPage.Table(
                ["#entry", "when", "who", "what", "details"],
                audit.Entries.Select<AuditFact, IReadOnlyList<Html>>(entry =>
                [
                    Html.Of($"{entry.Id}"),
                    Html.Of($"{ReportWords.Moment(UtcMicroseconds.ToTime(entry.At))}"),
                    Html.Of($"{entry.Actor}"),
                    Html.Of($"{ReportWords.Plain(entry.Action)}"),
                    Html.Of($"<code>{entry.Details}</code>"),
                ]))));
    }

    private static Html Row(string name, string hash) => Html.Of($"<dt>{name}</dt><dd class=\"hash\">{hash}</dd>");
}

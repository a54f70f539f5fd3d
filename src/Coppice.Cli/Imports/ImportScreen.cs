using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Imports;

/// <summary>The screen of <c>coppice import</c>.</summary>
internal static class ImportScreen
{
    private const int RejectsShown = 3;

    public static void Write(Screen screen, ImportReport report, string? rejectedFile)
    {
        screen.Line($"{report.File}: {Summary(report)} · {Figures.Seconds(report.Seconds)}");
        if (Range(report) is { Length: > 0 } range)
            screen.Line($"  {range}");
        if (report.Mapping.Count > 0)
            screen.Line($"  read as {string.Join(", ", report.Mapping.Select(m => $"{m.Key} = {m.Value}"))}");
        if (report.SetAside > 0)
            WriteRejects(screen, report, rejectedFile);
        WriteFindings(screen, report.Findings);
        if (report.Imported + report.AlreadyKnown > 0)
            screen.Hint("coppice stats", "coppice retrain");
    }

    /// <summary>What was noticed, one line each, below something that it belongs to.</summary>
    public static void WriteNoticed(Screen screen, IReadOnlyList<QualityFinding> findings)
    {
        foreach (QualityFinding finding in findings)
            Write(screen, "  ", finding);
    }

    /// <summary>What was noticed about a file, one line each.</summary>
    public static void WriteFindings(Screen screen, IReadOnlyList<QualityFinding> findings)
    {
        if (findings.Count > 0)
            screen.Blank();
        foreach (QualityFinding finding in findings)
            Write(screen, "", finding);
    }

    private static void Write(Screen screen, string indent, QualityFinding finding) =>
        screen.Line($"{indent}[yellow]![/] {finding.Sentence} ({finding.Code}{(finding.Accepted ? ", accepted" : "")})");

    private static string Summary(ImportReport report)
    {
        var parts = new List<string> { $"{Figures.Counted(report.Imported, "row")} imported" };
        if (report.AlreadyKnown > 0)
            parts.Add($"{Figures.Count(report.AlreadyKnown)} already known");
        if (report.SetAside > 0)
            parts.Add($"{Figures.Count(report.SetAside)} set aside");
        return string.Join(", ", parts);
    }

    private static string Range(ImportReport report)
    {
        var parts = new List<string>();
        if (report is { First: { } first, Last: { } last })
            parts.Add(first == last ? Times.Day(first) : $"{Times.Day(first)} to {Times.Day(last)}");
        if (report.Customers > 0)
            parts.Add(Figures.Counted(report.Customers, "new customer"));
        if (report.ValueSum is { } sum)
            parts.Add($"values sum to {Figures.Amount(sum)}");
        return string.Join(" · ", parts);
    }

    private static void WriteRejects(Screen screen, ImportReport report, string? rejectedFile)
    {
        screen.Blank();
        foreach (RejectedRow row in report.Rejects.Take(RejectsShown))
            screen.Line($"{report.File}:{row.Line}  {row.Reason}");
        if (report.SetAside > RejectsShown)
            screen.Line($"and {Figures.Count(report.SetAside - RejectsShown)} more");
        if (rejectedFile is null)
            return;
        string which = report.SetAside > report.Rejects.Count
            ? $"The first {Figures.Count(report.Rejects.Count)} of {Figures.Counted(report.SetAside, "row")} set aside are in {rejectedFile}."
            : $"{Figures.Counted(report.SetAside, "row")} set aside in {rejectedFile}.";
        screen.Line($"{which} Mend {(report.SetAside == 1 ? "it" : "them")} in {report.File} and import it again: nothing is counted twice.");
    }
}

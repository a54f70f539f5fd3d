using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Coppice.Client;

/// <summary>
/// The seal of a report: the SHA-256 of the whole file with zeros in the place of the seal. No key is needed to check it; that the report was
/// written by a certain workspace is told by its audit, whose newest hash is in the report.
/// </summary>
public static class ReportSeal
{
    private const string Mark = "coppice-seal sha256 ";
    private const int Digits = 64;
    private const string DataStart = "<script type=\"application/json\" id=\"coppice-report\">";
    private const string DataEnd = "</script>";

    // Everything that a page could take for markup is written as \u003c and the like.
    private static readonly JsonSerializerOptions Options = new(CoppiceJson.Options) { Encoder = JavaScriptEncoder.Default };

    /// <summary>The element that carries the report's figures in the page.</summary>
    /// <param name="report">The report.</param>
    public static string Embed(VersionReport report) => $"{DataStart}{JsonSerializer.Serialize(report, Options)}{DataEnd}";

    /// <summary>The line that <see cref="Apply"/> fills.</summary>
    public static string Placeholder => $"<!-- {Mark}{new string('0', Digits)} -->";

    /// <summary>Fills the seal of a page.</summary>
    /// <param name="page">A page with one <see cref="Placeholder"/>.</param>
    /// <exception cref="ArgumentException">It has none.</exception>
    public static string Apply(string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        int at = page.LastIndexOf(Mark, StringComparison.Ordinal);
        if (at < 0)
            throw new ArgumentException("Expected a page with a place for its seal, found none.", nameof(page));
        return string.Concat(page.AsSpan(0, at + Mark.Length), Hash(page), page.AsSpan(at + Mark.Length + Digits));
    }

    /// <summary>Checks a report without asking anybody.</summary>
    /// <param name="page">The file as it is.</param>
    public static ReportCheck Check(string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        int at = page.LastIndexOf(Mark, StringComparison.Ordinal);
        if (at < 0 || page.Length < at + Mark.Length + Digits)
            return new ReportCheck(false, "This is no report of Coppice: it has no seal.", null, null);
        string seal = page.Substring(at + Mark.Length, Digits);
        string bare = string.Concat(page.AsSpan(0, at + Mark.Length), new string('0', Digits), page.AsSpan(at + Mark.Length + Digits));
        string found = Hash(bare);
        if (found != seal)
            return new ReportCheck(false, $"Changed after it was written: its seal says {seal[..12]}…, its bytes give {found[..12]}….", seal, null);
        if (Read(page) is not { } report)
            return new ReportCheck(false, "The seal holds, but the figures in it cannot be read.", seal, null);
        return report.Audit.Entries.FirstOrDefault(entry => !entry.IsWhole()) is { } broken
            ? new ReportCheck(false, $"Entry {broken.Id} of the audit does not give the hash that it carries.", seal, report)
            : new ReportCheck(true, $"Whole: not a byte has changed since it was written. It names entry {report.Audit.Position} of the audit, {report.Audit.Hash[..12]}….", seal, report);
    }

    private static VersionReport? Read(string page)
    {
        int start = page.IndexOf(DataStart, StringComparison.Ordinal);
        int end = start < 0 ? -1 : page.IndexOf(DataEnd, start, StringComparison.Ordinal);
        try
        {
            return end < 0 ? null : JsonSerializer.Deserialize<VersionReport>(page.AsSpan(start + DataStart.Length, end - start - DataStart.Length), Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Hash(string page) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(page)));
}

/// <summary>What a look at a report found.</summary>
/// <param name="IsWhole">Whether it is as it was written.</param>
/// <param name="Sentence">The result for people.</param>
/// <param name="Seal">The seal it carries; null where it has none.</param>
/// <param name="Report">The figures in it; null where they cannot be relied on.</param>
public sealed record ReportCheck(bool IsWhole, string Sentence, string? Seal, VersionReport? Report);

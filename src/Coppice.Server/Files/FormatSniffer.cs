using System.Text.Json;
using Coppice.Server.Files.Readers;

namespace Coppice.Server.Files;

/// <summary>Finds out how a file is laid out from its first lines.</summary>
internal static class FormatSniffer
{
    private const int MaxLines = 200;
    private const double ConsistentShare = 0.8;
    private static readonly char[] Delimiters = [',', '\t', ';', '|'];

    /// <summary>One sentence when no layout fits, else null.</summary>
    public static string? Sniff(string sample, bool isWhole, out TableFormat? format)
    {
        format = null;
        string[] lines = FirstLines(sample, isWhole);
        if (lines.Length == 0)
            return isWhole ? "the file is empty" : "expected lines, found none in the first 64 KiB";

        string first = lines[0].TrimStart();
        if (first.StartsWith('{'))
            return SniffJson(first, out format);
        if (first.StartsWith('['))
            return "expected one JSON object per line (NDJSON), found an array; write each object on its own line";

        if (BestDelimiter(lines) is { } delimiter)
            format = new TableFormat(TableKind.Delimited, delimiter);
        else if (IsWhitespaceTable(lines))
            format = new TableFormat(TableKind.Whitespace);
        else
            format = new TableFormat(TableKind.Delimited);
        return null;
    }

    private static string[] FirstLines(string sample, bool isWhole)
    {
        string[] lines = sample.Split('\n');
        if (!isWhole && lines.Length > 1)
            lines = lines[..^1];
        return [.. lines.Select(line => line.TrimEnd('\r')).Where(line => !string.IsNullOrWhiteSpace(line)).Take(MaxLines)];
    }

    private static string? SniffJson(string line, out TableFormat? format)
    {
        format = new TableFormat(TableKind.Ndjson);
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return null;
        }
        catch (JsonException)
        {
            return line.Trim() == "{" ? "expected one JSON object per line (NDJSON), found one spread over several lines" : null;
        }
    }

    // The delimiter of the header whose count is the same on most lines; more columns win.
    private static char? BestDelimiter(string[] lines)
    {
        char? best = null;
        double bestScore = 0;
        foreach (char delimiter in Delimiters)
        {
            int expected = Count(lines[0], delimiter);
            if (expected == 0)
                continue;
            double share = (double)lines.Count(line => Count(line, delimiter) == expected) / lines.Length;
            double score = share + (Math.Min(expected, 100) * 0.001);
            if (score > bestScore && (share >= ConsistentShare || lines.Length < 5 || expected > 1))
                (best, bestScore) = (delimiter, score);
        }

        return best;
    }

    private static int Count(string line, char delimiter)
    {
        bool isQuoted = false;
        int count = 0;
        foreach (char c in line)
        {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (c == delimiter && !isQuoted)
                count++;
        }

        return count;
    }

    private static bool IsWhitespaceTable(string[] lines)
    {
        var cells = new List<Range>();
        WhitespaceReader.Split(lines[0], cells);
        int expected = cells.Count;
        int same = lines.Count(line =>
        {
            cells.Clear();
            WhitespaceReader.Split(line, cells);
            return cells.Count == expected;
        });
        return expected > 1 && lines.Length > 1 && same >= lines.Length * ConsistentShare;
    }
}

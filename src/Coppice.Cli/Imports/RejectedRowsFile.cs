using System.Globalization;
using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Imports;

/// <summary>Keeps the rows that were set aside beside the file they come from.</summary>
internal static class RejectedRowsFile
{
    /// <summary>Writes <c>FILE.rejected.csv</c> and returns its path; without rejects an older one is removed, because it no longer holds.</summary>
    public static async Task<string?> WriteAsync(string file, IReadOnlyList<RejectedRow> rejects, CancellationToken cancellationToken)
    {
        string path = file + ".rejected.csv";
        if (rejects.Count == 0)
        {
            File.Delete(path);
            return null;
        }

        await using var writer = new StreamWriter(path);
        await writer.WriteLineAsync("line,reason,text".AsMemory(), cancellationToken);
        foreach (RejectedRow row in rejects)
        {
            string line = $"{row.Line.ToString(CultureInfo.InvariantCulture)},{CsvText.Field(row.Reason)},{CsvText.Field(row.Text)}";
            await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
        }

        return path;
    }
}

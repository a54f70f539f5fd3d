using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Quality;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Says what an import would make of a file, as an import would and without storing anything.</summary>
public sealed class PreviewTable(ImportInspections inspections)
{
    private const int RowsShown = 10;
    private const int RowsForExamples = 200;
    private const int ExamplesShown = 3;
    private const int LongestCell = 200;
    private const int RejectsShown = 20;

    /// <summary>Looks at the beginning of a file.</summary>
    public ImportPreview Run(Intake intake, UploadedFile file)
    {
        string kind = intake.Kind.ToString().ToLowerInvariant();
        var opening = TableFile.Open(file.Path);
        if (!opening.IsOpen)
            return new ImportPreview(kind, null, [], [], 0, 0, [], [], $"{file.Name}: {opening.Problem}.");
        opening.Reader.Dispose();
        var cells = FirstRows(file.Path);
        string? delimiter = opening.Format.Kind switch
        {
            TableKind.Ndjson => null,
            TableKind.Whitespace => " ",
            _ => opening.Format.Delimiter.ToString(),
        };
        var preview = new ImportPreview(kind, delimiter, [], [.. cells.Take(RowsShown)], 0, 0, [], [], null);
        try
        {
            return Look(intake, file, preview, cells);
        }
        catch (ImportException refused)
        {
            return preview with { Columns = Columns(ProfileOf(file.Path), null, intake, cells), Problem = refused.Message };
        }
    }

    private ImportPreview Look(Intake intake, UploadedFile file, ImportPreview preview, List<string?[]> cells)
    {
        var import = TableImport.Open(file.Path, file.Name, intake.Content, intake.Mapping(file.Mapping));
        string? problem = null;
        try
        {
            intake.Begin(import);
            ReadAll(intake, import);
            import.Tally.RequireSome(file.Name);
        }
        catch (ImportException refused)
        {
            problem = refused.Message;
        }

        var inspection = inspections.Begin(preview.Kind, file.Name, file.Actor, new SentFile(SendingForm.File, []));
        // Of a beginning there is no digest that would tell the file again.
        inspection.Take(import.Profile, ImportTable.Source(import), digest: "");
        return preview with
        {
            Columns = Columns(import.Profile, import, intake, cells),
            RowsRead = import.RowsRead,
            SetAside = import.SetAside,
            Rejects = [.. import.Rejects.Take(RejectsShown)],
            Findings = inspection.Look(import.Tally),
            Problem = problem,
        };
    }

    private static void ReadAll(Intake intake, TableImport import)
    {
        var chunk = intake.NewChunk();
        using var rows = import.Open();
        while (rows.Read())
        {
            if (rows.Row.Fault is null)
                chunk.Take(rows.Row);
            if (rows.Row.Fault is { } fault)
                rows.Reject(fault);
        }
    }

    private static List<PreviewColumn> Columns(TableProfile profile, TableImport? import, Intake intake, List<string?[]> cells)
    {
        var roles = new Dictionary<int, string>();
        foreach (var role in Enum.GetValues<ColumnRole>())
        {
            if (import?.Mapping[role] is { } column)
                roles[column] = TableImport.Word(role);
        }

        return
        [
            .. profile.Columns.Select((column, i) => new PreviewColumn(
                column.Name,
                roles.GetValueOrDefault(i) ?? (import is null ? null : intake.UseOf(column.Name)),
                column.Type.ToString().ToLowerInvariant(),
                column.Missing,
                [.. cells.Select(row => i < row.Length ? row[i] : null).OfType<string>().Distinct().Take(ExamplesShown)])),
        ];
    }

    private static TableProfile ProfileOf(string path)
    {
        using var reader = TableFile.Open(path).Reader!;
        return TableProfile.Read(reader);
    }

    private static List<string?[]> FirstRows(string path)
    {
        using var reader = TableFile.Open(path).Reader!;
        var rows = new List<string?[]>();
        while (rows.Count < RowsForExamples && reader.Read())
        {
            if (reader.Rejection is null)
                rows.Add([.. Enumerable.Range(0, reader.Header.Count).Select(column => Shown(reader.Cell(column)))]);
        }

        return rows;
    }

    private static string? Shown(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        return cell.IsEmpty ? null : cell[..Math.Min(cell.Length, LongestCell)].ToString();
    }
}

using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Files;
using Coppice.Server.Files.Cells;
using Coppice.Server.Files.Columns;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Outcomes;

/// <summary>Imports labelled rows: inputs and outcome in one table.</summary>
public sealed class ImportExamples(WorkspaceDefinition workspace, FileImport files, ExampleStore examples, TimeProvider time)
{
    public Task<ImportReport> RunAsync(UploadedFile file, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var named = workspace.Models.Select(m => m.Columns).FirstOrDefault(c => c.Customer is not null || c.Time is not null);
        string?[] mapping = [file.Mapping, named?.Customer is { } customer ? $"customer={customer}" : null, named?.Time is { } moment ? $"time={moment}" : null];
        var mapped = file with { Mapping = file.Mapping ?? Joined(mapping) };
        return Task.FromResult(files.Run(IngestKind.Examples, TableContent.LabelledRows, mapped, (session, import) =>
        {
            int[] targets = RequireTargets(import);
            var dated = import.Mapping[ColumnRole.Time] is { } column && import.Profile.Columns[column].Type == ColumnType.Date ? RowDate.Given : RowDate.OfUpload;
            var identity = new Identity();
            return examples.Add(session, import.Rows(row =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Read(row, now, dated, identity, targets);
            }));
        }));
    }

    /// <summary>The columns that models learn from; a file without any of them teaches nothing.</summary>
    private int[] RequireTargets(TableImport import)
    {
        var targets = workspace.Models.Select(m => m.Label).OfType<ColumnLabel>().Select(l => l.Column).ToList();
        if (targets.Count > 0 && targets.TrueForAll(t => import.Profile.Find(t) is null))
        {
            string header = string.Join(", ", import.Profile.Columns.Take(30).Select(c => c.Name));
            throw new ImportException($"{import.File}: expected the column {string.Join(" or ", targets)} that coppice.yaml predicts; there are {header}.");
        }

        return [.. Enumerable.Range(0, import.Profile.Columns.Count).Where(c => targets.Contains(import.Profile.Columns[c].Name))];
    }

    private static UploadedExample? Read(ImportRow row, DateTimeOffset now, RowDate dated, Identity identity, int[] targets)
    {
        long asOf = (dated == RowDate.Given ? row.NeededTime(ColumnRole.Time, now) : now).ToMicroseconds();
        long known = row.Time(ColumnRole.KnownTime)?.ToMicroseconds() ?? asOf;
        string inputs = row.AllCells();
        if (targets.Length > 0 && Array.TrueForAll(targets, column => MissingText.IsMissing(row.Cell(column))))
            row.Refuse("what it should teach is empty");
        string? customer = row.Text(ColumnRole.Customer);
        // A row without a key stands for a customer of its own, the same one whenever the file is sent again.
        string key = customer ?? "row-" + Convert.ToHexStringLower(identity.OfContent(inputs))[..16];
        return row.Fault is null ? new UploadedExample(key, asOf, Math.Max(asOf, known), dated, inputs) { HasOwnKey = customer is not null } : null;
    }

    private static string? Joined(string?[] parts) => parts.All(p => p is null) ? null : string.Join(',', parts.Where(p => p is not null));
}

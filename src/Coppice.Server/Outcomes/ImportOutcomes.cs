using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Storage;

namespace Coppice.Server.Outcomes;

/// <summary>Imports reported truths: every filled column that is no customer, time or id is an outcome of that name.</summary>
public sealed class ImportOutcomes(FileImport files, OutcomeStore outcomes, TimeProvider time)
{
    private static readonly ColumnRole[] NoOutcomes = [ColumnRole.Customer, ColumnRole.Time, ColumnRole.Id, ColumnRole.KnownTime];

    public Task<ImportReport> RunAsync(UploadedFile file, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return Task.FromResult(files.Run(IngestKind.Outcomes, TableContent.Outcomes, file, (session, import) =>
        {
            var taken = NoOutcomes.Select(role => import.Mapping[role]).OfType<int>().ToHashSet();
            int[] named = [.. Enumerable.Range(0, import.Profile.Columns.Count).Where(c => !taken.Contains(c))];
            if (named.Length == 0)
                throw new ImportException($"{file.Name}: expected a column with an outcome beside customer and time; there is none.");
            return outcomes.Add(session, import.Rows(row =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Read(row, import, named, now);
            }).SelectMany(read => read));
        }));
    }

    private static List<Outcome>? Read(ImportRow row, TableImport import, int[] named, DateTimeOffset now)
    {
        long eventTime = row.NeededTime(ColumnRole.Time, now).ToMicroseconds();
        long known = row.Time(ColumnRole.KnownTime)?.ToMicroseconds() ?? eventTime;
        string customer = row.NeededText(ColumnRole.Customer);
        var read = new List<Outcome>();
        foreach (int column in named)
        {
            if (row.Cell(column) is { } value)
                read.Add(new Outcome(customer, import.Profile.Columns[column].Name, value, eventTime, Math.Max(eventTime, known)) { Id = row.Text(ColumnRole.Id) });
        }

        if (read.Count == 0)
            row.Refuse("no outcome is filled in");
        return row.Fault is null ? read : null;
    }
}

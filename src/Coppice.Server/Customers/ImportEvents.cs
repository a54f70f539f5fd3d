using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Imports a history of events. What a row does not say otherwise was known when it happened.</summary>
public sealed class ImportEvents(FileImport files, EventStore events, TimeProvider time)
{
    public Task<ImportReport> RunAsync(UploadedFile file, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return Task.FromResult(files.Run(IngestKind.Events, TableContent.Events, file, (session, import) =>
        {
            var lines = new Dictionary<string, long>();
            return events.Add(session, import.Rows(row =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return Read(row, now, lines);
            }));
        }));
    }

    private static CustomerEvent? Read(ImportRow row, DateTimeOffset now, Dictionary<string, long> lines)
    {
        long eventTime = row.NeededTime(ColumnRole.Time, now).ToMicroseconds();
        var known = row.Time(ColumnRole.KnownTime);
        string? id = row.Text(ColumnRole.Id);
        var read = new CustomerEvent(row.NeededText(ColumnRole.Customer), row.NeededText(ColumnRole.Type), eventTime, Math.Max(eventTime, known?.ToMicroseconds() ?? eventTime))
        {
            Value = row.Number(ColumnRole.Value),
            Quantity = row.Number(ColumnRole.Quantity),
            Session = row.Text(ColumnRole.Session),
            Product = row.Text(ColumnRole.Product),
            Properties = row.Properties(),
            Id = id,
        };
        if (row.Fault is null && id is not null && !lines.TryAdd(id, row.Line))
            row.Refuse($"the id \"{id}\" stands already in line {lines[id]}; an id names one event");
        return row.Fault is null ? read : null;
    }
}

using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Imports free text about customers.</summary>
public sealed class ImportNotes(FileImport files, NoteStore notes, TimeProvider time)
{
    public Task<ImportReport> RunAsync(UploadedFile file, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return Task.FromResult(files.Run(IngestKind.Notes, TableContent.Notes, file, (session, import) => notes.Add(session, import.Rows(row =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Read(row, now);
        }))));
    }

    private static CustomerNote? Read(ImportRow row, DateTimeOffset now)
    {
        long eventTime = row.NeededTime(ColumnRole.Time, now).ToMicroseconds();
        long known = row.Time(ColumnRole.KnownTime)?.ToMicroseconds() ?? eventTime;
        var note = new CustomerNote(row.NeededText(ColumnRole.Customer), eventTime, Math.Max(eventTime, known), row.Text(ColumnRole.Language), row.NeededText(ColumnRole.Text))
        {
            Id = row.Text(ColumnRole.Id),
        };
        return row.Fault is null ? note : null;
    }
}

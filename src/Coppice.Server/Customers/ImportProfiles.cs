using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Imports attributes of customers; without a time column they hold from now on.</summary>
public sealed class ImportProfiles(FileImport files, ProfileStore profiles, TimeProvider time)
{
    public Task<ImportReport> RunAsync(UploadedFile file, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return Task.FromResult(files.Run(IngestKind.Profiles, TableContent.Profiles, file, (session, import) => profiles.Add(session, import.Rows(row =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Read(row, now, import.Mapping[ColumnRole.Time] is not null);
        }))));
    }

    private static CustomerProfile? Read(ImportRow row, DateTimeOffset now, bool dated)
    {
        long holdsFrom = (dated ? row.NeededTime(ColumnRole.Time, now) : now).ToMicroseconds();
        long known = row.Time(ColumnRole.KnownTime)?.ToMicroseconds() ?? holdsFrom;
        string customer = row.NeededText(ColumnRole.Customer);
        string? attributes = row.Properties();
        if (attributes is null)
            row.Refuse("no attribute is filled in");
        return row.Fault is null ? new CustomerProfile(customer, holdsFrom, Math.Max(holdsFrom, known), attributes!) : null;
    }
}

using Coppice.Client;
using Coppice.Server.Audit;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Imports a file as one transaction: when its report comes back all good rows are on disk, and before that none is.</summary>
public sealed class FileImport(Database database, AuditStore audit, ImportMetrics metrics, TimeProvider time)
{
    /// <summary>Runs the import and gives its report.</summary>
    /// <param name="kind">The word for what the file brings.</param>
    /// <param name="content">Which roles its columns have.</param>
    /// <param name="upload">The file.</param>
    /// <param name="store">Reads the rows and adds them to the database.</param>
    /// <exception cref="ImportException">The file, or every row of it, cannot be used.</exception>
    public ImportReport Run(string kind, TableContent content, UploadedFile upload, Func<Session, TableImport, RecordedFacts> store)
    {
        long began = time.GetTimestamp();
        var import = TableImport.Open(upload.Path, upload.Name, content, upload.Mapping);
        var facts = database.Write(session =>
        {
            var recorded = store(session, import);
            import.RequireSomeRows();
            audit.Append(session, upload.Actor, "import", kind, new { upload.Name, recorded.Added, recorded.AlreadyKnown, import.SetAside });
            return recorded;
        });
        metrics.Count(kind, facts.Added, facts.AlreadyKnown, import.SetAside);
        return new ImportReport(
            kind,
            upload.Name,
            import.RowsRead,
            facts.Added,
            facts.AlreadyKnown,
            import.SetAside,
            import.Rejects,
            import.Described,
            facts.First is { } first ? UtcMicroseconds.ToTime(first) : null,
            facts.Last is { } last ? UtcMicroseconds.ToTime(last) : null,
            facts.ValueSum,
            facts.NewCustomers,
            time.GetElapsedTime(began).TotalSeconds);
    }
}

using Coppice.Client;
using Coppice.Server.Files;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Imports a file as people have them: columns are found by name, and dates by how they are written.</summary>
public sealed class ImportTable(IngestFlows flows)
{
    /// <summary>Reads the file and gives its report once all of it is on disk.</summary>
    /// <exception cref="ImportException">The file, or every row of it, cannot be used.</exception>
    public async Task<ImportReport> RunAsync(Intake intake, UploadedFile file, CancellationToken cancellationToken)
    {
        var import = TableImport.Open(file.Path, file.Name, intake.Content, intake.Mapping(file.Mapping));
        intake.Begin(import);
        await using var flow = flows.Begin(intake, file.Name, file.Actor, import.Tally);
        using var rows = import.Open();
        while (rows.Read())
        {
            if (rows.Row.Fault is null)
                flow.Filling.Take(rows.Row);
            if (rows.Row.Fault is { } fault)
                rows.Reject(fault);
            else if (flow.IsDue)
                await flow.PassAsync(cancellationToken);
        }

        return await flow.FinishAsync(import.Described, cancellationToken);
    }
}

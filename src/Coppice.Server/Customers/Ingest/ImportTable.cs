using System.Security.Cryptography;
using System.Text;
using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Quality;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Imports a file as people have them: columns are found by name, and dates by how they are written.</summary>
public sealed class ImportTable(IngestFlows flows)
{
    /// <summary>Reads the file and gives its report once all of it is on disk.</summary>
    /// <exception cref="ImportException">The file, or every row of it, cannot be used.</exception>
    /// <exception cref="QualityException">It is not as files of its kind are, and nobody has accepted that.</exception>
    public async Task<ImportReport> RunAsync(Intake intake, UploadedFile file, CancellationToken cancellationToken)
    {
        var import = TableImport.Open(file.Path, file.Name, intake.Content, intake.Mapping(file.Mapping));
        intake.Begin(import);
        await using var flow = flows.Begin(intake, file.Name, file.Actor, import.Tally);
        flow.Inspection?.Take(import.Profile, Source(import), await DigestAsync(file, import, cancellationToken));
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

    /// <summary>What was said of all rows, such as their type.</summary>
    internal static string Source(TableImport import) => string.Join(',', import.Described.Where(role => role.Value.StartsWith(":=", StringComparison.Ordinal)).Select(role => role.Key + role.Value));

    // The same bytes read in another way are another file.
    private static async Task<string> DigestAsync(UploadedFile file, TableImport import, CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        digest.AppendData(Encoding.UTF8.GetBytes(string.Join(',', import.Described.Select(role => $"{role.Key}={role.Value}"))));
        await using var bytes = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
        byte[] buffer = new byte[1 << 18];
        int read;
        while ((read = await bytes.ReadAsync(buffer, cancellationToken)) > 0)
            digest.AppendData(buffer.AsSpan(0, read));
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}

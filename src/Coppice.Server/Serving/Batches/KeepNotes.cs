using Coppice.Server.Customers.Ingest;
using Coppice.Server.Files;

namespace Coppice.Server.Serving.Batches;

/// <summary>Keeps the notes of a file that is asked about, as importing them would: the same file again changes nothing.</summary>
public sealed class KeepNotes(ImportTable import)
{
    /// <summary>How many notes were new; null where the file holds none.</summary>
    /// <exception cref="ImportException">Not one row could be used.</exception>
    public async Task<long?> RunAsync(UploadedFile file, QuestionFile questions, CancellationToken cancellationToken) =>
        questions.Notes is { } intake ? (await import.RunAsync(intake, file, cancellationToken)).Imported : null;
}

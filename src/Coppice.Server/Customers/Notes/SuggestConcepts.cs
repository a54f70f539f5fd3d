using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Customers.Notes;

/// <summary>Suggests a lexicon from a table of notes.</summary>
public sealed class SuggestConcepts(TimeProvider time)
{
    public Task<SuggestionResponse> RunAsync(UploadedFile file, CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        var import = TableImport.Open(file.Path, file.Name, TableContent.Texts, file.Mapping);
        var suggestion = new LexiconSuggestion();
        foreach (string note in import.Rows(row => row.Text(ColumnRole.Text)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            suggestion.Add(note);
        }

        import.RequireSomeRows();
        var (lexicon, notes) = suggestion.Build();
        return Task.FromResult(new SuggestionResponse(
            import.RowsRead,
            import.RowsRead - import.SetAside,
            [.. lexicon.Concepts.Select((concept, i) => new SuggestedConcept(concept.Id, concept.Label, notes[i]))],
            import.SetAside,
            import.Rejects,
            time.GetElapsedTime(began).TotalSeconds));
    }
}

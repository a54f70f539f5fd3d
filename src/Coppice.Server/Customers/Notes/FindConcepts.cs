using System.Text;
using Coppice.Client;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Customers.Notes;

/// <summary>Finds the concepts of a lexicon in a table of notes. Nothing is recorded.</summary>
public sealed class FindConcepts(TimeProvider time)
{
    private const int MostMatches = 2_000_000;

    public Task<ConceptsResponse> RunAsync(UploadedFile file, LexiconReading lexicon, CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        var matcher = ConceptMatcher.Compile(lexicon.Lexicon!);
        var import = TableImport.Open(file.Path, file.Name, TableContent.Texts, file.Mapping);
        var found = new List<FoundConcept>();
        var buffer = new NoteSymbols();
        var matches = new List<ConceptMatch>();
        byte[] bytes = [];
        long notes = 0;
        using var rows = import.Open();
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            string customer = rows.Row.Fault is null ? rows.Row.NeededText(ColumnRole.Customer) : "";
            var text = rows.Row.Fault is null ? rows.Row.NeededSpan(ColumnRole.Text) : default;
            if (rows.Row.Fault is { } fault)
            {
                rows.Reject(fault);
                continue;
            }

            if (bytes.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
                bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
            matches.Clear();
            matcher.Find(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), buffer, matches);
            notes++;
            foreach (var match in matches)
            {
                var phrase = matcher.Phrases[match.Phrase];
                found.Add(new FoundConcept(customer, phrase.Concept.Id, phrase.Alias, match.Start, match.End));
            }

            if (found.Count > MostMatches)
                throw new ImportException($"{file.Name} names concepts more than {MostMatches:N0} times in its first {notes:N0} notes; split it.");
        }

        import.RequireSomeRows();
        return Task.FromResult(new ConceptsResponse(
            import.RowsRead,
            notes,
            lexicon.Lexicon!.Concepts.Count,
            found,
            import.SetAside,
            import.Rejects,
            [.. lexicon.Warnings.Select(w => w.ToString())],
            lexicon.WarningCount,
            time.GetElapsedTime(began).TotalSeconds));
    }
}

using Coppice.Bench.Processes;
using Coppice.Server.Files;

namespace Coppice.Bench.Text;

/// <summary>The 2,000 notes beside the repository: as they were written, and as lists of the concepts found in them.</summary>
internal static class NoteCorpora
{
    private const string NotesFile = "notes/notes.csv";
    private const string ConceptsFile = "notes/concepts.csv";

    /// <summary>Why they cannot be read, or null.</summary>
    public static string? Missing => Surroundings.Missing(Surroundings.Data(NotesFile), Surroundings.Data(ConceptsFile));

    public static IReadOnlyList<string> Notes() => [.. Rows(NotesFile, "ID", "Transcription").Select(r => r.Text)];

    public static IReadOnlyList<string> Concepts() =>
        [.. Rows(ConceptsFile, "client_id", "matched_alias").GroupBy(r => r.Client).Select(g => string.Join(' ', g.Select(r => r.Text.ToLowerInvariant())))];

    private static IEnumerable<(string Client, string Text)> Rows(string path, string client, string text)
    {
        using var reader = TableFile.Open(Surroundings.Data(path)).Reader!;
        int clientColumn = reader.Header.ToList().IndexOf(client);
        int textColumn = reader.Header.ToList().IndexOf(text);
        while (reader.Read())
            yield return (reader.Cell(clientColumn).ToString(), reader.Cell(textColumn).ToString());
    }
}

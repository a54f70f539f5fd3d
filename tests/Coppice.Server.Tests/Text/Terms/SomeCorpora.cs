using Coppice.Server.Files;
using Coppice.Server.Tests.Files;

namespace Coppice.Server.Tests.Text.Terms;

/// <summary>The notes beside the repository: as they were written, and as lists of the concepts found in them.</summary>
internal static class SomeCorpora
{
    public static IReadOnlyList<string> Notes() => [.. Rows("notes/notes.csv", "ID", "Transcription").Select(r => r.Text)];

    public static IReadOnlyList<string> Concepts() =>
        [.. Rows("notes/concepts.csv", "client_id", "matched_alias").GroupBy(r => r.Client).Select(g => string.Join(' ', g.Select(r => r.Text)))];

    private static IEnumerable<(string Client, string Text)> Rows(string path, string client, string text)
    {
        using var reader = TableFile.Open(SharedData.Find(path)).Reader!;
        int clientColumn = reader.Header.ToList().IndexOf(client);
        int textColumn = reader.Header.ToList().IndexOf(text);
        while (reader.Read())
            yield return (reader.Cell(clientColumn).ToString(), reader.Cell(textColumn).ToString());
    }
}

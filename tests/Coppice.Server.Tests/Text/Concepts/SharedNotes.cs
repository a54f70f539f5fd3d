using System.Text;
using Coppice.Server.Tests.Files;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Tests.Text.Concepts;

/// <summary>The notes of <c>../shared/data/notes</c>, and the matches another program found in them.</summary>
internal static class SharedNotes
{
    public static string PathOf(string file) => SharedData.Find($"notes/{file}");

    public static Lexicon Lexicon()
    {
        using var text = new StreamReader(PathOf("lexicon.csv"), Encoding.UTF8);
        return Coppice.Server.Text.Concepts.Lexicon.Read(text).Lexicon!;
    }

    public static IEnumerable<(string Id, string Text)> Notes() => Rows("notes.csv").Select(r => (r[0], r[5]));

    public static IEnumerable<(string Note, Found Match)> Matches() =>
        Rows("concepts.csv").Select(r => (r[0], new Found(r[2], r[3], int.Parse(r[4]), int.Parse(r[5]))));

    private static IEnumerable<string[]> Rows(string file)
    {
        using var text = new StreamReader(PathOf(file), Encoding.UTF8);
        var rows = new CsvRows(text, 1 << 20);
        rows.Read();
        while (rows.Read())
            yield return [.. rows.Fields];
    }

    internal sealed record Found(string Concept, string Alias, int Start, int End);
}

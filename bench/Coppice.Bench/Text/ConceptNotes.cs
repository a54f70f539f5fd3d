using System.Text;
using Coppice.Bench.Processes;
using Coppice.Server.Text.Concepts;

namespace Coppice.Bench.Text;

/// <summary>The 2,000 notes with their lexicon of 1,038 concepts.</summary>
internal sealed class ConceptNotes
{
    public static readonly string LexiconPath = Surroundings.Data("notes/lexicon.csv");
    public static readonly string NotesPath = Surroundings.Data("notes/notes.csv");

    private readonly string[] _ids;
    private readonly byte[][] _texts;

    public ConceptNotes()
    {
        using var lexicon = new StreamReader(LexiconPath, Encoding.UTF8);
        Lexicon = Lexicon.Read(lexicon).Lexicon!;
        var rows = Rows(NotesPath).Skip(1).ToList();
        _ids = [.. rows.Select(r => r[0])];
        _texts = [.. rows.Select(r => Encoding.UTF8.GetBytes(r[5]))];
    }

    public Lexicon Lexicon { get; }

    public int Count => _texts.Length;

    /// <summary>Matches of all notes together.</summary>
    public int Find(ConceptMatcher matcher, NoteSymbols buffer, List<ConceptMatch> matches)
    {
        int found = 0;
        foreach (byte[] text in _texts)
        {
            matches.Clear();
            matcher.Find(text, buffer, matches);
            found += matches.Count;
        }

        return found;
    }

    /// <summary>Matches as the peer writes them: note, concept, start, end.</summary>
    public IEnumerable<string> Describe(ConceptMatcher matcher)
    {
        var buffer = new NoteSymbols();
        for (int i = 0; i < _texts.Length; i++)
        {
            var matches = new List<ConceptMatch>();
            matcher.Find(_texts[i], buffer, matches);
            foreach (var match in matches)
                yield return $"{_ids[i]},{matcher.Phrases[match.Phrase].Concept.Id},{match.Start},{match.End}";
        }
    }

    private static IEnumerable<string[]> Rows(string path)
    {
        using var text = new StreamReader(path, Encoding.UTF8);
        var rows = new CsvRows(text, 1 << 20);
        while (rows.Read())
            yield return [.. rows.Fields];
    }
}

using System.Text;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Features;

/// <summary>Finds the concepts of one note after another, in memory that is used again. For one thread at a time.</summary>
internal sealed class NoteReader(ConceptMatcher matcher)
{
    private readonly NoteSymbols _symbols = new();
    private readonly List<ConceptMatch> _matches = [];
    private byte[] _utf8 = new byte[4_096];

    /// <summary>The concepts a note names, one for each time it does, in the order of the note. Good until the next note.</summary>
    public IEnumerable<Concept> Concepts(string text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > _utf8.Length)
            _utf8 = new byte[most];
        _matches.Clear();
        matcher.Find(_utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, _utf8)), _symbols, _matches);
        return _matches.Select(m => matcher.Phrases[m.Phrase].Concept);
    }
}

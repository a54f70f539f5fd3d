using System.Globalization;

namespace Coppice.Server.Text.Concepts;

/// <summary>
/// A first lexicon from the notes themselves: the phrases of one to three words that many notes share, each a concept of its own for a person to
/// rename, to join and to strike out.
/// </summary>
public sealed class LexiconSuggestion(SuggestionOptions? options = null)
{
    private const int ShortestWord = 3;

    private readonly SuggestionOptions _options = options ?? new SuggestionOptions();
    private readonly Dictionary<string, PhraseCount> _counts = [];
    private readonly HashSet<string> _seen = [];
    private int _notes;

    /// <summary>Counts the phrases of a note; each once.</summary>
    public void Add(string note)
    {
        _notes++;
        _seen.Clear();
        var words = PhraseWord.Of(note);
        for (int start = 0; start < words.Count; start++)
        {
            string folded = "";
            for (int length = 1; length <= _options.LongestPhrase && start + length <= words.Count; length++)
            {
                var last = words[start + length - 1];
                // A phrase does not reach over punctuation.
                if (length > 1 && last.FollowsPause)
                    break;
                folded = length == 1 ? last.Folded : folded + " " + last.Folded;
                if (_seen.Add(folded))
                    Count(folded, note[words[start].Start..last.End], length);
            }
        }
    }

    /// <summary>The lexicon so far, and in how many notes each of its concepts is, in its order.</summary>
    public (Lexicon Lexicon, IReadOnlyList<int> Notes) Build()
    {
        var frequent = _counts.Where(c => c.Value.Notes >= _options.LeastNotes).ToDictionary(StringComparer.Ordinal);
        double most = _options.MostShare * _notes;
        var grammar = frequent.Where(c => c.Value is { Words: 1 } && c.Value.Notes > most).Select(c => c.Key).ToHashSet();
        var meant = frequent.Where(c => IsMeant(c.Key.Split(' '))).ToDictionary(StringComparer.Ordinal);
        foreach (string phrase in Explained(meant))
            meant.Remove(phrase);
        var chosen = meant.OrderByDescending(c => c.Value.Notes).ThenBy(c => c.Key, StringComparer.Ordinal).Take(_options.Most).ToList();
        return (new Lexicon([.. chosen.Select(c => new Concept(Id(c.Key), c.Value.Shown, []))]), [.. chosen.Select(c => c.Value.Notes)]);

        bool IsMeant(string[] words) => Bears(words[0]) && Bears(words[^1]);

        bool Bears(string word) => !grammar.Contains(word) && !char.IsAsciiDigit(word[0]) && (word.Length >= ShortestWord || word.Any(Scripts.IsBlankless));
    }

    /// <summary>Phrases that nearly always stand inside a longer one say nothing of their own.</summary>
    private IEnumerable<string> Explained(Dictionary<string, PhraseCount> meant) =>
    [
        .. meant.Where(c => c.Value.Words > 1)
            .SelectMany(longer => Parts(longer.Key).Where(part => meant.TryGetValue(part, out var shorter) && longer.Value.Notes >= _options.Explained * shorter.Notes)),
    ];

    private static IEnumerable<string> Parts(string phrase)
    {
        string[] words = phrase.Split(' ');
        for (int length = 1; length < words.Length; length++)
        {
            for (int start = 0; start + length <= words.Length; start++)
                yield return string.Join(' ', words, start, length);
        }
    }

    private static string Id(string phrase) => phrase.Replace(' ', '_');

    private void Count(string folded, string written, int words)
    {
        if (_counts.TryGetValue(folded, out var count))
            count.Notes++;
        else
            _counts[folded] = new PhraseCount(CultureInfo.InvariantCulture.TextInfo.ToLower(written), words) { Notes = 1 };
    }

    private sealed class PhraseCount(string shown, int words)
    {
        /// <summary>As the first note writes it, in small letters.</summary>
        public string Shown { get; } = shown;

        public int Words { get; } = words;

        public int Notes { get; set; }
    }
}

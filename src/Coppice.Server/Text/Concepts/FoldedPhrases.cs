namespace Coppice.Server.Text.Concepts;

/// <summary>Every way to name a concept, as it is compared; of two that are the same once folded, the last: a later line of a lexicon refines an earlier one.</summary>
internal sealed class FoldedPhrases
{
    private readonly FoldTable _table;
    private readonly Dictionary<string, int> _numbers;
    private readonly List<string> _folded = [];
    private readonly List<ConceptPhrase> _phrases = [];

    public FoldedPhrases(Folding folding, int expected = 0)
    {
        _table = FoldTable.Of(folding);
        _numbers = new Dictionary<string, int>(expected);
    }

    public IReadOnlyList<ConceptPhrase> Phrases => _phrases;

    /// <summary>The same phrases as they are compared.</summary>
    public IReadOnlyList<string> Folded => _folded;

    public static FoldedPhrases Of(IReadOnlyList<Concept> concepts, Folding folding)
    {
        var phrases = new FoldedPhrases(folding, concepts.Sum(c => c.Aliases.Count + 1));
        foreach (var concept in concepts)
        {
            foreach (string alias in concept.Phrases)
                phrases.Add(concept, alias, out _);
        }

        return phrases;
    }

    /// <summary>False where nothing can match the alias; <paramref name="replaced"/> had it before.</summary>
    public bool Add(Concept concept, string alias, out ConceptPhrase? replaced)
    {
        replaced = null;
        string folded = _table.Fold(alias);
        if (folded.Length == 0)
            return false;
        if (_numbers.TryAdd(folded, _phrases.Count))
        {
            _folded.Add(folded);
            _phrases.Add(new ConceptPhrase(concept, alias));
        }
        else
        {
            int number = _numbers[folded];
            replaced = _phrases[number];
            _phrases[number] = new ConceptPhrase(concept, alias);
        }

        return true;
    }
}

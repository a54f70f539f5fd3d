namespace Coppice.Server.Text.Concepts;

/// <summary>
/// Finds the concepts of a lexicon in notes: whole words, the longest phrase at the leftmost place, no two matches over the same words. Made once
/// and used by any number of threads; the time it takes grows with the note, not with the lexicon.
/// </summary>
public sealed class ConceptMatcher
{
    private readonly Alphabet _alphabet;
    private readonly PhraseAutomaton _automaton;

    private ConceptMatcher(Alphabet alphabet, PhraseAutomaton automaton, IReadOnlyList<ConceptPhrase> phrases)
    {
        _alphabet = alphabet;
        _automaton = automaton;
        Phrases = phrases;
    }

    /// <summary>Every way to name a concept; of two that are the same once folded, the last: a later line of a lexicon refines an earlier one.</summary>
    public IReadOnlyList<ConceptPhrase> Phrases { get; }

    public static ConceptMatcher Compile(Lexicon lexicon, MatchRules? rules = null)
    {
        rules ??= new MatchRules();
        var table = FoldTable.Of(rules.Folding);
        var numbers = new Dictionary<string, int>();
        var phrases = new List<ConceptPhrase>();
        foreach (var concept in lexicon.Concepts)
        {
            foreach (string alias in concept.Phrases)
            {
                string folded = table.Fold(alias);
                if (folded.Length == 0)
                    continue;
                if (numbers.TryAdd(folded, phrases.Count))
                    phrases.Add(new ConceptPhrase(concept, alias));
                else
                    phrases[numbers[folded]] = new ConceptPhrase(concept, alias);
            }
        }

        var alphabet = new Alphabet(rules, numbers.Keys);
        var automaton = PhraseAutomatonBuilder.Build(numbers.Select(n => (alphabet.Encode(n.Key), n.Value)), alphabet.Count);
        return new ConceptMatcher(alphabet, automaton, phrases);
    }

    /// <summary>Adds the matches of a note in UTF-8 to a list, in the order of the note. Allocates nothing once list and buffer have grown.</summary>
    /// <param name="note">The note's bytes.</param>
    /// <param name="buffer">Room to work in, for one thread at a time.</param>
    /// <param name="matches">Where the matches are added.</param>
    public void Find(ReadOnlySpan<byte> note, NoteSymbols buffer, List<ConceptMatch> matches)
    {
        buffer.Read(note, _alphabet);
        var symbols = buffer.Symbols;
        var places = buffer.Places;
        int firstBlankless = _alphabet.FirstBlankless;
        int taken = 0;
        foreach (int start in buffer.Starts)
        {
            if (start < taken)
                continue;
            int phrase = _automaton.Longest(symbols, start, firstBlankless, out int end);
            if (phrase < 0)
                continue;
            matches.Add(new ConceptMatch(phrase, places[start], places[end]));
            taken = end;
        }
    }
}

using System.Runtime.CompilerServices;

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

    /// <summary>Every way to name a concept.</summary>
    public IReadOnlyList<ConceptPhrase> Phrases { get; }

    public static ConceptMatcher Compile(Lexicon lexicon, MatchRules? rules = null)
    {
        rules ??= new MatchRules();
        var phrases = rules.Folding is Folding.CaseAndAccents ? lexicon.Phrases : FoldedPhrases.Of(lexicon.Concepts, rules.Folding);
        var alphabet = new Alphabet(rules, phrases.Folded);
        ushort[][] symbols = new ushort[phrases.Folded.Count][];
        for (int i = 0; i < symbols.Length; i++)
            symbols[i] = alphabet.Encode(phrases.Folded[i]);
        return new ConceptMatcher(alphabet, PhraseAutomatonBuilder.Build(symbols, alphabet.Count), phrases.Phrases);
    }

    /// <summary>Adds the matches of a note in UTF-8 to a list, in the order of the note. Allocates nothing once list and buffer have grown.</summary>
    /// <param name="note">The note's bytes.</param>
    /// <param name="buffer">Room to work in, for one thread at a time.</param>
    /// <param name="matches">Where the matches are added.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

using System.Text;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Tests.Text.Concepts;

public class SharedNotesTests
{
    /// <summary>They were found with case folded but not accents, and with words ending only at blanks.</summary>
    [Fact]
    public void All_matches_of_the_other_program_are_found_by_its_rules_and_no_others()
    {
        var lexicon = SharedNotes.Lexicon();
        var rules = new MatchRules { Folding = Folding.Case, WordEnds = WordEnds.AtBlanks };

        var expected = SharedNotes.Matches().ToHashSet();

        Assert.Equal(18_133, expected.Count);
        Assert.Equal(expected, [.. Find(lexicon, rules)]);
    }

    /// <summary>What differs by our own rules are words without their accents, words beside Han and Kana, and aliases that several concepts share.</summary>
    [Fact]
    public void By_our_own_rules_nearly_all_of_their_places_are_found_too()
    {
        var places = SharedNotes.Matches().Select(m => $"{m.Note} {m.Match.Start} {m.Match.End}").ToHashSet();

        var found = Find(SharedNotes.Lexicon(), new MatchRules());

        Assert.True(found.Count > 18_133, $"{found.Count:N0} found");
        Assert.InRange(found.Count(f => places.Contains($"{f.Note} {f.Match.Start} {f.Match.End}")), 17_500, 18_133);
    }

    private static List<(string Note, SharedNotes.Found Match)> Find(Lexicon lexicon, MatchRules rules)
    {
        var matcher = ConceptMatcher.Compile(lexicon, rules);
        var buffer = new NoteSymbols();
        var matches = new List<ConceptMatch>();
        var found = new List<(string Note, SharedNotes.Found Match)>();
        foreach (var (id, text) in SharedNotes.Notes())
        {
            matches.Clear();
            matcher.Find(Encoding.UTF8.GetBytes(text), buffer, matches);
            found.AddRange(matches.Select(m => (id, new SharedNotes.Found(matcher.Phrases[m.Phrase].Concept.Id, matcher.Phrases[m.Phrase].Alias, m.Start, m.End))));
        }

        return found;
    }
}

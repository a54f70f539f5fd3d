using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Tests.Text.Concepts;

public class LexiconSuggestionTests
{
    private static readonly SuggestionOptions Options = new() { LeastNotes = 2, MostShare = 0.6 };

    [Fact]
    public void What_many_notes_share_is_suggested_with_the_number_of_notes()
    {
        var (lexicon, notes) = Suggest("golf in the rain, golf", "she plays golf", "Golf and tennis", "tennis", "hello");

        Assert.Equal(["golf", "tennis"], lexicon.Concepts.Select(c => c.Label));
        Assert.Equal([3, 2], notes);
    }

    [Fact]
    public void A_phrase_takes_the_place_of_words_it_explains()
    {
        var (lexicon, _) = Suggest("a nut allergy", "severe nut allergy", "nut allergy too", "allergy of dust", "allergy to cats", "some allergy", "nothing", "to say", "at all", "over");

        Assert.Equal(["allergy", "nut allergy"], lexicon.Concepts.Select(c => c.Label));
        Assert.Equal("nut_allergy", lexicon.Concepts[1].Id);
    }

    [Fact]
    public void Words_that_are_everywhere_neither_begin_nor_end_a_phrase()
    {
        var (lexicon, _) = Suggest("the heart of gold", "the heart of gold", "the colour of money", "the end");

        Assert.Equal(["heart of gold"], lexicon.Concepts.Select(c => c.Label));
    }

    [Fact]
    public void A_phrase_does_not_reach_over_punctuation()
    {
        var (lexicon, _) = Suggest("likes golf. tennis too", "golf, tennis", "one", "two", "three");

        Assert.Equal(["golf", "tennis"], lexicon.Concepts.Select(c => c.Label));
    }

    [Fact]
    public void Case_and_accents_are_folded_when_counting()
    {
        var (lexicon, notes) = Suggest("Été", "ete", "x", "y", "z");

        Assert.Equal(["été"], lexicon.Concepts.Select(c => c.Label));
        Assert.Equal([2], notes);
    }

    [Fact]
    public void A_suggestion_finds_its_own_phrases()
    {
        var (lexicon, _) = Suggest("Royal purple silk", "royal Purple Silk", "手袋を", "手袋を", "x");

        Assert.Equal(["royal_purple_silk=ROYAL purple silk", "手袋を=手袋を"], lexicon.Find("ROYAL purple silk 手袋を"));
    }

    private static (Lexicon Lexicon, IReadOnlyList<int> Notes) Suggest(params string[] notes)
    {
        var suggestion = new LexiconSuggestion(Options);
        foreach (string note in notes)
            suggestion.Add(note);
        return suggestion.Build();
    }
}

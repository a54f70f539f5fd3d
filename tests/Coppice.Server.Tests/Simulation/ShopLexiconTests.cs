using System.Text;
using Coppice.Server.Simulation;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Tests.Simulation;

public sealed class ShopLexiconTests
{
    private static readonly Lexicon Built = ShopLexicon.Build();
    private static readonly ConceptMatcher Matcher = ConceptMatcher.Compile(Built);

    public static TheoryData<string> Languages => [.. NotePhrases.ByLanguage.Keys];

    [Fact]
    public void Its_file_is_read_back_without_a_warning()
    {
        using var text = new StringWriter();
        Built.Write(text);

        LexiconReading reading = Lexicon.Read(new StringReader(text.ToString()), TestContext.Current.CancellationToken);

        Assert.Empty(reading.Problems.Concat(reading.Warnings));
        Assert.Equal(Built.Concepts.Select(c => (c.Id, c.Label, c.Bucket)), reading.Lexicon!.Concepts.Select(c => (c.Id, c.Label, c.Bucket)));
        Assert.All(Built.Concepts.Zip(reading.Lexicon.Concepts), pair => Assert.Equal(pair.First.Aliases, pair.Second.Aliases));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_finds_in_a_sentence_what_the_sentence_means_and_nothing_else(string language)
    {
        NotePhrases phrases = NotePhrases.ByLanguage[language];
        (string Concept, MarkedPhrase[] Sentences)[] said =
        [
            ("looking", phrases.Idle), ("considering", phrases.Interested), ("decided", phrases.Keen), ("bought", phrases.Bought), ("budget", phrases.Budgets),
            ("loyal", phrases.Regulars), ("bargain", phrases.Bargains), ("gift", phrases.Gifts), ("luxury", phrases.Luxury), ("novelty", phrases.Novelty),
        ];

        foreach (var (concept, sentences) in said)
            Assert.All(sentences, sentence => Assert.Equal([concept], ConceptsOf(sentence.Text.Replace("{0}", "", StringComparison.Ordinal))));
        Assert.Equal(Products.Categories, phrases.Categories.Select(word => Assert.Single(ConceptsOf(word))));
    }

    [Fact]
    public void Every_note_of_the_shop_has_one_intent_and_one_category()
    {
        foreach (ShopNote note in PlayedShop.Default.Notes)
        {
            ILookup<string?, Concept> found = Found(note.Text).ToLookup(c => c.Bucket);
            Assert.True(found["intent"].Count() == 1 && found["category"].Count() == 1, note.Text);
        }
    }

    private static IEnumerable<string> ConceptsOf(string text) => Found(text).Select(c => c.Id);

    private static IEnumerable<Concept> Found(string text)
    {
        var matches = new List<ConceptMatch>();
        Matcher.Find(Encoding.UTF8.GetBytes(text), new NoteSymbols(), matches);
        return matches.Select(m => Matcher.Phrases[m.Phrase].Concept);
    }
}

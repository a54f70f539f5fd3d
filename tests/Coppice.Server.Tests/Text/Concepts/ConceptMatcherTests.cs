using System.Text;
using Coppice.Server.Statistics;
using Coppice.Server.Text.Concepts;

namespace Coppice.Server.Tests.Text.Concepts;

public class ConceptMatcherTests
{
    [Theory]
    [InlineData("A gift, gifted: gift-wrapped", "gift=gift", "gift=gift")]
    [InlineData("gift", "gift=gift")]
    [InlineData("gifts regift", null)]
    [InlineData("Her GIFT", "gift=GIFT")]
    [InlineData("gift2 3gift", null)]
    [InlineData("", null)]
    [InlineData(" .,;", null)]
    public void Only_whole_words_match(string note, params string[]? expected)
    {
        Assert.Equal(expected ?? [], SomeLexicon.Of("gift").Find(note));
    }

    [Fact]
    public void The_longest_phrase_at_the_leftmost_place_wins()
    {
        var lexicon = SomeLexicon.Of("art", "collector: art collector", "paris: collector paris|paris", "fair: art collector of fairs");

        Assert.Equal(["collector=art collector", "paris=paris"], lexicon.Find("an art collector paris"));
        Assert.Equal(["collector=art collector", "art=Art"], lexicon.Find("art collector of Art"));
        Assert.Equal(["fair=art collector of fairs"], lexicon.Find("art collector of fairs"));
    }

    [Fact]
    public void Of_many_phrases_with_the_same_beginnings_each_is_found()
    {
        // Every word of three letters, alone and before another, so that most states have many successors.
        string[] words = [.. from a in "abcdef" from b in "abcdef" from c in "abcdef" select $"{a}{b}{c}"];
        var matcher = ConceptMatcher.Compile(SomeLexicon.Of([.. words, .. words.Select(w => $"x {w}")]));

        foreach (string word in words)
            Assert.Equal([$"{word}={word}", $"x {word}=x {word}", $"{word}={word}"], matcher.Find($"{word} x {word} {word}z {word}"));
    }

    [Fact]
    public void A_phrase_that_goes_on_in_vain_falls_back_to_its_longest_part()
    {
        Assert.Equal(["art=art", "c=c"], SomeLexicon.Of("art", "long: art a b c d", "c").Find("art a b c"));
    }

    [Theory]
    [InlineData("prefere CAFÉ", "cafe=CAFÉ")]
    [InlineData("un cafe\u0301 noir", "cafe=cafe\u0301")]
    [InlineData("Straße", "street=Straße")]
    [InlineData("STRASSE", "street=STRASSE")]
    [InlineData("γάμος ΓΑΜΟΣ", "wedding=γάμος", "wedding=ΓΑΜΟΣ")]
    [InlineData("Ёлка елка", "tree=Ёлка", "tree=елка")]
    [InlineData("ＧＯＬＦ２", "golf2=ＧＯＬＦ２")]
    [InlineData("Œuvre", "work=Œuvre")]
    [InlineData("هَدِيَّة", "present=هَدِيَّة")]
    public void Case_and_accents_are_folded(string note, params string[] expected)
    {
        var lexicon = SomeLexicon.Of("cafe: café", "street: strasse", "wedding: γάμος", "tree: ёлка", "golf2", "work: oeuvre", "present: هدية");

        Assert.Equal(expected, lexicon.Find(note));
    }

    [Fact]
    public void Accents_can_be_made_to_count()
    {
        var lexicon = SomeLexicon.Of("year: año", "café");

        Assert.Equal(["year=AÑO"], lexicon.Find("ano cafe AÑO", new MatchRules { Folding = Folding.Case }));
    }

    [Theory]
    [InlineData("rendez-vous")]
    [InlineData("Rendez  vous")]
    [InlineData("rendez\u00A0—\n«vous»")]
    [InlineData("rendez’vous")]
    public void Blanks_and_punctuation_between_words_are_all_the_same(string note)
    {
        Assert.Single(SomeLexicon.Of("meeting: rendez vous").Find(note));
        Assert.Single(SomeLexicon.Of("meeting: rendez-vous!").Find(note));
    }

    [Theory]
    [InlineData("寻找限量款表和手袋", "watch=限量款表", "bag=手袋")]
    [InlineData("限量VIP手袋", "vip=VIP", "bag=手袋")]
    [InlineData("ヴィンテージの時計を", "clock=時計")]
    [InlineData("고급가방을", "bag=가방")]
    [InlineData("ซื้อกระเป๋าใหม่", "bag=กระเป๋า")]
    [InlineData("𠮷野家", "yoshi=𠮷野")]
    public void Scripts_without_blanks_match_anywhere(string note, params string[] expected)
    {
        var lexicon = SomeLexicon.Of("watch: 限量款表|款", "bag: 手袋|가방|กระเป๋า", "vip", "clock: 時計", "yoshi: 𠮷野");

        Assert.Equal(expected, lexicon.Find(note));
        Assert.Empty(lexicon.Find(note, new MatchRules { WordEnds = WordEnds.AtBlanks }));
    }

    [Fact]
    public void Places_are_counted_in_utf16_characters_of_the_note()
    {
        const string note = "🎁 — été: “Cadeau” 𠮷 regalo";
        var matcher = ConceptMatcher.Compile(SomeLexicon.Of("gift: cadeau|regalo"));
        var matches = new List<ConceptMatch>();

        matcher.Find(Encoding.UTF8.GetBytes(note), new NoteSymbols(), matches);

        Assert.Equal([note.IndexOf("Cadeau", StringComparison.Ordinal), note.IndexOf("regalo", StringComparison.Ordinal)], matches.Select(m => m.Start));
        Assert.Equal(["cadeau", "regalo"], matches.Select(m => matcher.Phrases[m.Phrase].Alias));
    }

    [Fact]
    public void Of_two_concepts_with_the_same_alias_the_later_wins()
    {
        Assert.Equal(["style=Élégant"], SomeLexicon.Of("present: elegant", "style: élégant").Find("Élégant"));
    }

    [Fact]
    public void Random_phrases_match_as_a_search_word_by_word_says()
    {
        var random = new SplitMix64(11);
        for (int round = 0; round < 300; round++)
        {
            string[] phrases = [.. Enumerable.Range(0, 1 + Below(12)).Select(_ => Words(1 + Below(4))).Distinct()];
            string note = Words(Below(30));

            Assert.Equal(WordByWord([.. note.Split(' ')], [.. phrases]), SomeLexicon.Of(phrases).Find(note).Select(f => f.Split('=')[0]));
        }

        int Below(int bound) => (int)random.NextBelow(bound);

        string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => new string('a', 1 + Below(3)) + (char)('a' + Below(2))));
    }

    [Fact]
    public void What_is_no_utf8_parts_words()
    {
        var matcher = ConceptMatcher.Compile(SomeLexicon.Of("gift"));
        var matches = new List<ConceptMatch>();

        matcher.Find([.. "gift"u8, 0xFF, 0xC3, .. "gift"u8, 0xE2, 0x82], new NoteSymbols(), matches);

        Assert.Equal([new ConceptMatch(0, 0, 4), new ConceptMatch(0, 6, 10)], matches);
    }

    [Fact]
    public void A_note_allocates_nothing()
    {
        var matcher = ConceptMatcher.Compile(SomeLexicon.Of("gift: cadeau|regalo|手袋|größe"));
        byte[] note = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a gift, un cadeau 手袋 in Größe; ", 100)));
        var buffer = new NoteSymbols();
        var matches = new List<ConceptMatch>();
        matcher.Find(note, buffer, matches);
        Assert.Equal(400, matches.Count);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            matches.Clear();
            matcher.Find(note, buffer, matches);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static List<string> WordByWord(List<string> words, HashSet<string> phrases)
    {
        var found = new List<string>();
        for (int start = 0; start < words.Count; start++)
        {
            int length = Enumerable.Range(1, words.Count - start).LastOrDefault(n => phrases.Contains(string.Join(' ', words.GetRange(start, n))));
            if (length == 0)
                continue;
            found.Add(string.Join(' ', words.GetRange(start, length)));
            start += length - 1;
        }

        return found;
    }
}

using System.Text;
using System.Text.Json;
using Coppice.Client;
using Coppice.Server.Text.Terms;

namespace Coppice.Server.Tests.Text.Terms;

public sealed class TermVocabularyTests
{
    private static readonly string[] Texts = ["golf and tennis", "golf, golf and a blue bag", "a blue bag for Zoé's anniversary", "tennis bag"];

    private static readonly TermOptions Pairs = new() { LongestGram = 2, Sublinear = true };

    [Fact]
    public void A_vocabulary_read_from_its_json_weighs_the_same()
    {
        var vocabulary = TermVocabulary.Fit(Texts, Pairs);
        string json = JsonSerializer.Serialize(vocabulary, CoppiceJson.Options);
        var read = JsonSerializer.Deserialize<TermVocabulary>(json, CoppiceJson.Options)!;
        Assert.Equal(Pairs, read.Options);
        Assert.Equal(vocabulary.Terms, read.Terms);
        foreach (string text in Texts)
        {
            var expected = vocabulary.Weigh(text, vocabulary.NewScratch());
            var found = read.Weigh(text, read.NewScratch());
            Assert.Equal(expected.Indices, found.Indices);
            Assert.Equal(expected.Values, found.Values);
        }
    }

    [Fact]
    public void Text_and_its_utf8_give_the_same_vocabulary_and_rows()
    {
        var (vocabulary, rows) = TermVocabulary.FitTransform(Texts, Pairs);
        var (fromBytes, rowsFromBytes) = TermVocabulary.FitTransform(Texts.Select(t => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(t)), Pairs);
        Assert.Equal(vocabulary.Terms, fromBytes.Terms);
        var scratch = vocabulary.NewScratch();
        for (int i = 0; i < Texts.Length; i++)
        {
            Assert.Equal(rows[i].Values, rowsFromBytes[i].Values);
            Assert.Equal(rows[i].Values, vocabulary.Weigh(Encoding.UTF8.GetBytes(Texts[i]), scratch).Values);
        }
    }

    [Fact]
    public void Weighing_one_note_after_the_other_allocates_nothing()
    {
        var vocabulary = TermVocabulary.Fit(Texts, Pairs);
        var scratch = vocabulary.NewScratch();
        const string Awkward = "İstanbul ΟΔΥΣΣΕΥΣ: golf and golf, ÉTÉ 贈り物 \U0001D400\U0001D400";
        byte[] utf8 = Encoding.UTF8.GetBytes(Awkward);
        double sum = vocabulary.Weigh(Awkward, scratch).Values[0] + vocabulary.Weigh(utf8, scratch).Values[0];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            sum += vocabulary.Weigh(Awkward, scratch).Values[0] + vocabulary.Weigh(utf8, scratch).Values[0];
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(sum > 0);
    }

    [Fact]
    public void A_text_leaves_nothing_behind_for_the_next()
    {
        var vocabulary = TermVocabulary.Fit(Texts, Pairs);
        var scratch = vocabulary.NewScratch();
        double[] first = vocabulary.Weigh(Texts[0], scratch).Values.ToArray();
        vocabulary.Weigh(Texts[1], scratch);
        Assert.Equal(0, vocabulary.Weigh("nothing known here", scratch).Count);
        Assert.Equal(first, vocabulary.Weigh(Texts[0], scratch).Values.ToArray());
    }

    [Fact]
    public void A_longer_term_is_found_when_its_parts_are_no_terms()
    {
        var vocabulary = new TermVocabulary(new TermOptions { LongestGram = 3 }, ["blue golf bag", "golf"], [1, 1]);
        Assert.Equal([0, 1], vocabulary.Weigh("blue blue golf bag", vocabulary.NewScratch()).Indices.ToArray());
        Assert.Equal([1], vocabulary.Weigh("blue golf. blue bag", vocabulary.NewScratch()).Indices.ToArray());
    }

    [Fact]
    public void Where_no_term_passes_the_bounds_rows_are_empty()
    {
        var options = new TermOptions { LeastDocuments = DocumentBound.Count(5), MostDocuments = DocumentBound.ShareOf(0.1) };
        var (vocabulary, rows) = TermVocabulary.FitTransform(Texts, options);
        Assert.Empty(vocabulary.Terms);
        Assert.Equal((4, 0), (rows.Rows, rows.Count));
        Assert.Equal(0, vocabulary.Weigh(Texts[0], vocabulary.NewScratch()).Count);
        Assert.Empty(TermVocabulary.Fit(Array.Empty<string>(), new TermOptions()).Terms);
    }

    [Fact]
    public void A_share_and_a_count_of_one_differ()
    {
        Assert.Equal(["tennis"], TermVocabulary.Fit(["golf tennis", "golf"], new TermOptions { MostDocuments = DocumentBound.Count(1) }).Terms);
        Assert.Equal(["golf", "tennis"], TermVocabulary.Fit(["golf tennis", "golf"], new TermOptions { MostDocuments = DocumentBound.ShareOf(1) }).Terms);
    }

    [Theory]
    [InlineData("golf|golf", 2)]
    [InlineData("golf  bag", 1)]
    [InlineData("golf", 2)]
    public void A_vocabulary_that_no_fit_could_have_made_is_refused(string terms, int idfs) =>
        Assert.Throws<ArgumentException>(() => new TermVocabulary(Pairs, terms.Split('|'), new double[idfs]));

    [Fact]
    public void Bounds_out_of_order_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => TermVocabulary.Fit(Texts, new TermOptions { ShortestGram = 3, LongestGram = 2 }));
        Assert.Contains("found 3 and 2", error.Message);
    }

    [Fact]
    public void A_scratch_of_another_vocabulary_is_refused()
    {
        var scratch = TermVocabulary.Fit(["golf bag"], new TermOptions()).NewScratch();
        Assert.Throws<ArgumentException>(() => TermVocabulary.Fit(Texts, Pairs).Weigh("golf", scratch));
    }
}

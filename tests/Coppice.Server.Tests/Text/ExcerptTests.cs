using Coppice.Server.Text;

namespace Coppice.Server.Tests.Text;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("Looking for a birthday present.", "birthday", "Looking for a birthday present")]
    [InlineData("Came in. Wants a gift for M. Müller. Paid.", "gift", "Wants a gift for M. Müller")]
    [InlineData("Budget 10.000 for a watch of great beauty and long life, she said to everybody", "Budget", "Budget 10.000 for a watch of…")]
    [InlineData("She said to everybody here that it was for her anniversary", "anniversary", "…here that it was for her anniversary")]
    [InlineData("誕生日の贈り物です。予算は二万円。", "贈り物", "誕生日の贈り物です")]
    [InlineData("one\ttwo gift", "gift", "one two gift")]
    public void The_words_around_a_place_stay_in_its_sentence(string text, string word, string excerpt)
    {
        int start = text.IndexOf(word, StringComparison.Ordinal);

        Assert.Equal(excerpt, Excerpt.Around(text, start, start + word.Length));
    }

    [Fact]
    public void No_character_is_halved()
    {
        string smiles = string.Concat(Enumerable.Repeat("😀", 40));

        string excerpt = Excerpt.Around(smiles + "x" + smiles, 80, 81);

        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(excerpt)));
    }
}

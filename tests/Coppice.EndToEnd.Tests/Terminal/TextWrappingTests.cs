using Coppice.Cli.Terminal;

namespace Coppice.EndToEnd.Tests.Terminal;

public sealed class TextWrappingTests
{
    [Fact]
    public void Lines_break_between_words_under_their_own_indentation() =>
        Assert.Equal(["  one two", "    three", "    four"], TextWrapping.Wrap("  one two three four", 10));

    [Fact]
    public void A_word_longer_than_the_line_is_cut() =>
        Assert.Equal(["abcdefgh", "  ijklmn", "  op"], TextWrapping.Wrap("abcdefghijklmnop", 8));
}

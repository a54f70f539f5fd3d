using System.Text;
using Coppice.Server.Text.Terms;

namespace Coppice.Server.Tests.Text.Terms;

public sealed class TokenTableTests
{
    [Fact]
    public void Tokens_of_every_length_keep_their_numbers_while_the_table_grows()
    {
        var table = new TokenTable(4);
        string[] tokens = [.. Enumerable.Range(1, 40).SelectMany(length => Enumerable.Range(0, 50).Select(i => $"{new string('x', length)}{i}")).Distinct()];
        int next = 0;
        foreach (string token in tokens)
            Assert.Equal(next, Add(table, token, ref next));
        for (int i = 0; i < tokens.Length; i++)
            Assert.Equal(i, Add(table, tokens[i], ref next));
        Assert.Equal(tokens.Length, next);
        Assert.Equal(tokens, table.All.ToArray().Select(t => Encoding.UTF8.GetString(table.Bytes(t))));
        Assert.Equal(TokenTable.Missing, table.Find(Padded("xyz"), 0, 3));
    }

    [Fact]
    public void What_follows_a_token_does_not_matter()
    {
        var table = new TokenTable(4);
        int next = 0;
        foreach (int length in new[] { 2, 8, 9, 16, 17, 30 })
        {
            byte[] text = Padded(new string('a', length));
            int number = table.FindOrAdd(text, 0, length, ref next);
            text.AsSpan(length).Fill((byte)'z');
            Assert.Equal(number, table.Find(text, 0, length));
        }

        Assert.Equal(6, next);
    }

    [Fact]
    public void Pairs_keep_their_numbers_while_the_table_grows()
    {
        var table = new PairTable(4);
        int next = 0;
        for (int pair = 0; pair < 10_000; pair++)
            Assert.Equal(pair, table.FindOrAdd(pair % 97, pair / 97, ref next));
        for (int pair = 0; pair < 10_000; pair++)
            Assert.Equal(pair, table.Find(pair % 97, pair / 97));
        Assert.Equal(PairTable.Missing, table.Find(97, 0));
    }

    private static int Add(TokenTable table, string token, ref int next) => table.FindOrAdd(Padded(token), 0, token.Length, ref next);

    private static byte[] Padded(string token) => [.. Encoding.UTF8.GetBytes(token), .. new byte[TokenKey.Reach]];
}

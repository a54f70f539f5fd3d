using System.Text;
using Coppice.Server.Statistics;
using Coppice.Server.Text.Terms;

namespace Coppice.Server.Tests.Text.Terms;

public sealed class TokenScannerTests
{
    private static readonly string[] Pieces = ["a", "Z", "9", "_", " ", ", ", "é", "É", "×", "ß", "Ж", "сумка", "’", "物", "。", "ｶ", "İ", "Σ", "ẞ", "\u0301", "\U0001D400", "😀", "word", "\0"];

    [Theory]
    [InlineData("Rendez-vous: 3-4K à l'été", "rendez vous 4k été")]
    [InlineData("x y zz _ __ é éé 物 物物", "zz __ éé 物物")]
    [InlineData("ΟΔΥΣΣΕΥΣ Σ ΑΣ. ΣΑΣ'Α", "οδυσσευς ας σασ")]
    [InlineData("İSTANBUL \u212AM", "stanbul km")]
    [InlineData("na\u0308ive हिन्दी", "na ive")]
    [InlineData("\uD800golf\uDFFF bag", "golf bag")]
    [InlineData("", "")]
    public void Tokens_are_those_of_Python(string text, string tokens) => Assert.Equal(tokens, string.Join(' ', Scan(text)));

    [Fact]
    public void Bytes_that_are_not_utf8_stand_between_tokens()
    {
        var scanner = new TokenScanner();
        scanner.Scan([(byte)'g', (byte)'o', 0xFF, (byte)'l', (byte)'f', 0xC3, (byte)'b', (byte)'a', 0xE2, 0x80], TokenCase.Lower);
        Assert.Equal(["go", "lf", "ba"], Tokens(scanner));
    }

    [Fact]
    public void Any_text_is_cut_as_character_by_character()
    {
        var random = new SplitMix64(5);
        for (int round = 0; round < 5_000; round++)
        {
            var text = new StringBuilder();
            for (long left = random.NextBelow(90); left > 0; left--)
                text.Append(Pieces[random.NextBelow(Pieces.Length)]);
            Assert.Equal(ByCharacter(text.ToString()), Scan(text.ToString()));
        }
    }

    private static List<string> ByCharacter(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        byte[] lower = new byte[PythonLower.MostBytes(bytes.Length)];
        var tokens = new List<string>();
        var token = new List<Rune>();
        foreach (var rune in Encoding.UTF8.GetString(lower, 0, PythonLower.Write(bytes, lower)).EnumerateRunes().Append(new Rune(' ')))
        {
            if (CharacterKinds.Of(rune.Value) != CharacterKind.Between)
            {
                token.Add(rune);
                continue;
            }

            if (token.Count > 1)
                tokens.Add(string.Concat(token));
            token.Clear();
        }

        return tokens;
    }

    private static List<string> Scan(string text)
    {
        var scanner = new TokenScanner();
        scanner.Scan(text, TokenCase.Lower);
        return Tokens(scanner);
    }

    private static List<string> Tokens(TokenScanner scanner)
    {
        var tokens = new List<string>();
        for (int i = 0; i < scanner.Edges.Length; i += 2)
            tokens.Add(Encoding.UTF8.GetString(scanner.Text[scanner.Edges[i]..scanner.Edges[i + 1]]));
        return tokens;
    }
}

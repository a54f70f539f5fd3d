using System.Globalization;
using System.Text;
using Coppice.Server.Text.Terms;

namespace Coppice.Server.Tests.Text.Terms;

/// <summary>Every character that Python knows, one by one.</summary>
public sealed class CharacterPeerTests
{
    private const int AhomMedialRa = 0x1171E;

    private const string Ask = """
        import re, unicodedata
        word = re.compile(r"\w")
        for code in range(0x110000):
            c = chr(code)
            if unicodedata.category(c) not in ("Cn", "Cs", "Co"):
                print("%x %d %s %d%d" % (code, bool(word.match(c)), c.lower().encode().hex(), (c + "Σ").lower()[-1] == "ς", ("a" + c + "Σ").lower()[-1] == "ς"))
        """;

    [Fact]
    public void Characters_are_letters_and_have_capitals_exactly_where_Python_says()
    {
        var wrong = new List<string>();
        int seen = 0;
        foreach (string line in SklearnPeer.Run("-c", Ask).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            seen++;
            string[] fields = line.Split(' ');
            var rune = new Rune(int.Parse(fields[0], NumberStyles.HexNumber));
            string found = $"{fields[0]} {(CharacterKinds.Of(rune.Value) == CharacterKind.Between ? 0 : 1)} {Lower(rune.ToString())} {EndsInFinalSigma($"{rune}Σ")}{EndsInFinalSigma($"a{rune}Σ")}";
            // Unicode moved it from non-spacing to spacing marks after the tables of this Python.
            if (found != line && rune.Value != AhomMedialRa)
                wrong.Add($"{line} is expected, {found} found");
        }

        Assert.Empty(wrong);
        Assert.True(seen > 130_000);
    }

    private static string Lower(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        byte[] lower = new byte[PythonLower.MostBytes(bytes.Length)];
        return Convert.ToHexStringLower(lower.AsSpan(0, PythonLower.Write(bytes, lower)));
    }

    private static int EndsInFinalSigma(string text) => Lower(text).EndsWith("cf82", StringComparison.Ordinal) ? 1 : 0;
}

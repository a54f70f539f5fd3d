using System.Text.RegularExpressions;

namespace Coppice.Server.Tests.Conventions;

/// <summary>What a page names exists: paths, links, types, scripts, commands.</summary>
public partial class DocumentTests
{
    private static readonly Lazy<HashSet<string>> Identifiers = new(() =>
        [.. Repository.Everything.Select(s => s.Code).Append(Repository.Read("src/BannedSymbols.txt")).SelectMany(t => Identifier().Matches(t).Select(m => m.Value))]);

    [Fact]
    public void What_a_page_names_exists()
    {
        Repository.AssertNone(
            from page in Repository.Documents
            from missing in Missing(page, Repository.Read(page))
            select $"{page}: {missing}",
            "A page names something that is not there:");
    }

    [Fact]
    public void Every_command_in_the_readme_exists()
    {
        var cli = Repository.Sources.Where(s => s.Project == "Coppice.Cli").ToList();
        if (!cli.Exists(s => s.TypeName.EndsWith("Command", StringComparison.Ordinal)))
        {
            return;
        }

        var words = cli.SelectMany(s => s.Parts.Literals).Select(l => l.Value).ToHashSet();
        Repository.AssertNone(
            Command().Matches(Repository.Read("README.md")).Select(m => m.Groups["verb"].Value).Where(v => !words.Contains(v)),
            "README.md shows commands the program does not know:");
    }

    [Theory]
    [InlineData("see `src/Coppice.Server/Statistics`, `Coppice.slnx` and [the words](glossary.md#words)")]
    [InlineData("see `SplitMix64.NextBelow()` of `Coppice.Server` and `Coppice.Server.Statistics`")]
    [InlineData("run `./test Server`, or `GET /v1/models`; keep `coppice.yaml`, `events.purchase.count_30d`, `XGate.cs`, `docs/codes/COP-GATE-0NN.md`")]
    [InlineData("```\nsrc/Nowhere\n```")]
    public void A_name_that_exists_or_is_no_name_passes(string text) => Assert.Empty(Missing("docs/page.md", text));

    [Theory]
    [InlineData("`src/Coppice.Server/Nowhere`")]
    [InlineData("`NoSuchFile.cs`")]
    [InlineData("`NoSuchType`")]
    [InlineData("`SplitMix64.NoSuchMember`")]
    [InlineData("`Coppice.Nowhere`")]
    [InlineData("`./nowhere --now`")]
    [InlineData("[a page](nowhere.md)")]
    [InlineData("```\n./nowhere\n```")]
    public void A_name_that_does_not_exist_is_reported(string text) => Assert.Single(Missing("docs/page.md", text));

    private static IEnumerable<string> Missing(string page, string text)
    {
        string prose = Fence().Replace(text, "");
        var spans = CodeSpan().Matches(prose).Select(m => m.Groups["text"].Value).Where(s => !IsThere(s));
        var links = Link().Matches(prose).Select(m => m.Groups["target"].Value).Where(t => !Repository.Exists(Path.Combine(Path.GetDirectoryName(page)!, t)));
        var scripts = Script().Matches(text).Select(m => m.Groups["path"].Value).Where(s => !Repository.Exists(s));
        return spans.Concat(links).Concat(scripts).Distinct();
    }

    private static bool IsThere(string span)
    {
        if (Placeholder().IsMatch(span) || span == "coppice.yaml")
        {
            return true;
        }

        if (OurPath().IsMatch(span))
        {
            return Repository.Exists(span);
        }

        if (FileNameOnly().IsMatch(span))
        {
            return Repository.Exists(span) || Repository.Files(".", span).Any();
        }

        string name = span.EndsWith("()", StringComparison.Ordinal) ? span[..^2] : span;
        if (name.StartsWith("Coppice.", StringComparison.Ordinal))
        {
            return Repository.Everything.Any(s => $"{s.Namespace}.".StartsWith($"{name}.", StringComparison.Ordinal))
                || Repository.Files(".", "*.csproj").Any(p => Path.GetFileNameWithoutExtension(p) == name);
        }

        return !TypeOrMember().IsMatch(name) || name.Split('.').All(Identifiers.Value.Contains);
    }

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<text>[^`\n]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\]\((?!\w+:|#)(?<target>[^)#\s]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w.])\./(?<path>[\w./-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Script();

    /// <summary>A recipe says XGate.cs for "the file of your gate" and 0NN for its number.</summary>
    [GeneratedRegex(@"\bX[A-Z][a-z]|0NN|[<>{}*…]")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(src|tests|docs|bench|deploy|dashboard|\.ci)/[\w./-]*$")]
    private static partial Regex OurPath();

    [GeneratedRegex(@"^[\w.-]+\.(cs|csproj|md|props|slnx|json|sql|yaml|txt)$")]
    private static partial Regex FileNameOnly();

    [GeneratedRegex(@"^[A-Z][a-z0-9]+([A-Z][a-z0-9]*)+(\.[A-Z]\w*)*$|^[A-Z][A-Za-z0-9]+(\.[A-Z]\w*)+$")]
    private static partial Regex TypeOrMember();

    [GeneratedRegex(@"\b[A-Z]\w*")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^(\$ )?(\./)?coppice (?<verb>[a-z]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();
}

using System.Text.RegularExpressions;

namespace Coppice.Server.Tests.Conventions;

public partial class CommentTests
{
    [Fact]
    public void Comments_say_why_and_nothing_else()
    {
        Repository.AssertNone(Repository.Everything.SelectMany(Offences), "No region, open task, licence header, empty phrase or code in a comment:");
    }

    [Theory]
    [InlineData("#region Rules", 1)]
    [InlineData("// TODO: later", 1)]
    [InlineData("/* FIXME */", 1)]
    [InlineData("// Copyright of someone", 1)]
    [InlineData("/// <summary>Gets or sets the rate.</summary>", 1)]
    [InlineData("// var x = Score(row);", 1)]
    [InlineData("// return;", 1)]
    [InlineData("// if (x) {", 1)]
    [InlineData("//}", 1)]
    [InlineData("string s = \"TODO\"; // Score(row) is called once; x = 2 is enough", 0)]
    [InlineData("// The first is enough;\n// the second is slower (see methods 1.5);", 0)]
    public void What_does_not_belong_in_a_comment_is_seen(string text, int expected)
    {
        Assert.Equal(expected, Offences(new SourceFile("src/Coppice.Server/Gates/Sample.cs", text)).Count());
    }

    private static IEnumerable<string> Offences(SourceFile source) =>
        Region().Matches(source.Code)
            .Concat(OpenTask().Matches(source.Parts.Comments))
            .Concat(Licence().Matches(source.Parts.Comments))
            .Concat(EmptyPhrase().Matches(source.Parts.Comments))
            .Concat(DisabledCode().Matches(source.Parts.Comments))
            .Select(m => $"{source.Place(m.Index)} {m.Value.Trim()}");

    [GeneratedRegex(@"^[ \t]*#region\b.*", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b.*", RegexOptions.ExplicitCapture)]
    private static partial Regex OpenTask();

    [GeneratedRegex(@"\b(Copyright|Licensed under|SPDX-License)\b.*", RegexOptions.ExplicitCapture)]
    private static partial Regex Licence();

    [GeneratedRegex(@"\bGets or sets\b.*")]
    private static partial Regex EmptyPhrase();

    [GeneratedRegex(@"(?<![/:])//(?!/)[ \t]*([{}][)};]*|((return|break|continue|throw|var|await|using|if|for|foreach|while)\b|.*\w\(|.*\w = ).*[;{]|(return|break|continue);)[ \t]*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex DisabledCode();
}

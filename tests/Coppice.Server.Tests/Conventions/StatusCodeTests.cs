using System.Text.RegularExpressions;

namespace Coppice.Server.Tests.Conventions;

public partial class StatusCodeTests
{
    [Fact]
    public void Only_the_edge_speaks_in_status_codes()
    {
        Repository.AssertNone(
            Repository.ServerSources.SelectMany(Offences),
            "HTTP status codes appear only in Http/ProblemMapper.cs and in *Endpoints; everything else returns values:");
    }

    [Theory]
    [InlineData("Gates/JudgeGate.cs", "return StatusCodes.Status404NotFound;", 1)]
    [InlineData("Gates/JudgeGate.cs", "context.Response.StatusCode = 404;", 1)]
    [InlineData("Gates/JudgeGate.cs", "return TypedResults.NotFound();", 1)]
    [InlineData("Http/EventStreams.cs", "return TypedResults.ServerSentEvents(events);", 0)]
    [InlineData("Gates/JudgeGate.cs", "if (results.Count == 404) { }", 0)]
    [InlineData("Gates/GateEndpoints.cs", "return TypedResults.NotFound();", 0)]
    [InlineData("Http/ProblemMapper.cs", "return StatusCodes.Status404NotFound;", 0)]
    public void Codes_are_seen_in_all_their_forms(string path, string text, int expected)
    {
        Assert.Equal(expected, Offences(new SourceFile($"src/Coppice.Server/{path}", text)).Count());
    }

    private static IEnumerable<string> Offences(SourceFile source)
    {
        bool edge = source.TypeName.EndsWith("Endpoints", StringComparison.Ordinal) || source is { Folder: "Http", TypeName: "ProblemMapper" };
        return edge ? [] : StatusCode().Matches(source.Code).Select(m => $"{source.Place(m.Index)} {m.Value}");
    }

    [GeneratedRegex(@"\bStatusCodes\.\w+|\bHttpStatusCode\.\w+|\bStatusCode\s*=(?!=)|\b(Typed)?Results\.(?!ServerSentEvents\b)[A-Z]\w*\(")]
    private static partial Regex StatusCode();
}

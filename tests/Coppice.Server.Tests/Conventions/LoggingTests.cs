using System.Text.RegularExpressions;

namespace Coppice.Server.Tests.Conventions;

public partial class LoggingTests
{
    [Fact]
    public void Log_messages_stand_in_the_log_of_their_folder()
    {
        Repository.AssertNone(Repository.Sources.SelectMany(Offences), "Log messages are declared with LoggerMessage in a folder's Log.cs, where they can be read together:");
    }

    [Fact]
    public void Event_ids_belong_to_one_folder_and_one_message()
    {
        Repository.AssertNone(IdOffences([.. Repository.Sources]), "Each folder with log messages has a hundred event ids to itself, each used once:");
    }

    [Theory]
    [InlineData("Gates/Gate.cs", "logger.LogInformation(\"x\");", 1)]
    [InlineData("Gates/Gate.cs", "[LoggerMessage(1, LogLevel.Debug, \"x\")] static partial void Said();", 1)]
    [InlineData("Gates/Log.cs", "[LoggerMessage(1, LogLevel.Debug, \"x\")] static partial void Said();", 0)]
    [InlineData("Gates/Gate.cs", "Math.Log(x); // logger.LogInformation(x)", 0)]
    public void Messages_elsewhere_are_seen(string path, string text, int expected)
    {
        Assert.Equal(expected, Offences(new SourceFile($"src/Coppice.Server/{path}", text)).Count());
    }

    [Theory]
    [InlineData("EventId = 100", "EventId = 201", 0)]
    [InlineData("EventId = 100", "EventId = 100", 2)]
    [InlineData("EventId = 100", "EventId = 101", 1)]
    [InlineData("100, LogLevel.Debug", "101, LogLevel.Debug", 1)]
    public void Shared_event_ids_are_seen(string first, string second, int expected)
    {
        SourceFile[] logs =
        [
            new("src/Coppice.Server/Gates/Log.cs", $"[LoggerMessage({first})]"),
            new("src/Coppice.Server/Drift/Log.cs", $"[LoggerMessage({second})]"),
        ];

        Assert.Equal(expected, IdOffences(logs).Count());
    }

    private static IEnumerable<string> Offences(SourceFile source) =>
        DirectCall().Matches(source.Code)
            .Concat(source.FileName == "Log.cs" ? [] : Declaration().Matches(source.Code))
            .Select(m => $"{source.Place(m.Index)} {m.Value.Trim()}");

    private static IEnumerable<string> IdOffences(IReadOnlyList<SourceFile> sources)
    {
        var ids = (from source in sources
                   from Match match in EventId().Matches(source.Code)
                   select (Id: int.Parse(match.Groups["id"].Value), Home: $"{source.Project}/{source.Folder}", Place: source.Place(match.Index))).ToList();
        var twice = ids.GroupBy(i => i.Id).Where(g => g.Count() > 1).Select(g => $"{g.Key} at {string.Join(" and ", g.Select(i => i.Place))}");
        var shared = ids.GroupBy(i => i.Id / 100).Where(g => g.DistinctBy(i => i.Home).Count() > 1)
            .Select(g => $"{g.Key}xx in {string.Join(" and ", g.Select(i => i.Home).Distinct())}");
        return twice.Concat(shared);
    }

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\s*\(|\.Log\s*\(\s*LogLevel\b")]
    private static partial Regex DirectCall();

    [GeneratedRegex(@"\[\s*LoggerMessage\b")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\bLoggerMessage\s*\((\s*|[^\]]*?\bEventId\s*=\s*)(?<id>\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex EventId();
}

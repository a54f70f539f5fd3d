using System.Text.RegularExpressions;

namespace Coppice.Server.Tests.Conventions;

public partial class NameTests
{
    /// <summary>Words that say nothing wherever they stand.</summary>
    private static readonly string[] Vague = ["Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Manager", "Managers", "Misc", "Infrastructure", "Impl"];

    /// <summary>Words that say nothing when the name ends with them; before another word they may carry meaning (the core of a forest).</summary>
    private static readonly string[] VagueAtTheEnd = ["Common", "Core", "Service", "Services"];

    /// <summary>Names the platform owns: ours would have to be told from them in every file.</summary>
    private static readonly string[] Taken = ["Task", "Version", "Event", "Action", "Path", "Lock", "Timer", "Host"];

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        Repository.AssertNone(Repository.Everything.SelectMany(Offences), "A folder, file or type is named by a word of the glossary, not by a word that fits everything:");
    }

    [Theory]
    [InlineData("Gates/GateHelper.cs", "class GateHelper;", 1)]
    [InlineData("Core/Gate.cs", "class Gate;", 1)]
    [InlineData("Gates/ScoreService.cs", "class ScoreService;", 1)]
    [InlineData("Gates/Event.cs", "class Event;", 1)]
    [InlineData("Gates/Gates.cs", "class Gates;", 1)]
    [InlineData("Gates/CoreRefresh.cs", "class CoreRefresh;", 0)]
    [InlineData("Gates/ManagedScore.cs", "class ManagedScore { class Helper; }", 0)]
    [InlineData("Gates/EventStore.cs", "class EventStore;", 0)]
    public void Vague_names_are_known_word_by_word(string path, string text, int expected)
    {
        Assert.Equal(expected, Offences(new SourceFile($"src/Coppice.Server/{path}", text)).Count());
    }

    private static IEnumerable<string> Offences(SourceFile source)
    {
        foreach (string name in source.Folders.Append(source.TypeName).Concat(source.Types.Select(t => t.Name)).Distinct())
        {
            var words = Word().Matches(name).Select(m => m.Value).ToList();
            if (words.FirstOrDefault(w => Vague.Contains(w)) is { } vague)
            {
                yield return $"{source.Path}: {name} (\"{vague}\")";
            }
            else if (words.Count > 0 && VagueAtTheEnd.Contains(words[^1]))
            {
                yield return $"{source.Path}: {name} (\"{words[^1]}\")";
            }
        }

        foreach (var type in source.Types.Where(t => Taken.Contains(t.Name) || t.Name == source.Namespace[(source.Namespace.LastIndexOf('.') + 1)..]))
        {
            yield return $"{source.Path}: {type.Name} is the name of {(Taken.Contains(type.Name) ? "a type of the platform" : "its own namespace")}";
        }
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}

using System.Text.RegularExpressions;

namespace Coppice.Server.Tests.Conventions;

public partial class SqlTests
{
    [Fact]
    public void Only_stores_speak_sql()
    {
        var tables = Tables().ToHashSet(StringComparer.OrdinalIgnoreCase);
        Repository.AssertNone(Repository.Sources.SelectMany(s => Offences(s, tables)), "SQL stands only in Storage/ and in *Store.cs:");
    }

    [Theory]
    [InlineData("Gates/Gate.cs", "SELECT score FROM predictions", 1)]
    [InlineData("Gates/Gate.cs", "select score from predictions where id = 1", 1)]
    [InlineData("Gates/Gate.cs", "update predictions set score = 1", 1)]
    [InlineData("Gates/Gate.cs", "PRAGMA journal_mode = WAL", 1)]
    [InlineData("Gates/Gate.cs", "Select a model from the list, then update predictions.", 0)]
    [InlineData("Gates/GateStore.cs", "select score from predictions", 0)]
    [InlineData("Gates/GateStore.Writing.cs", "delete from predictions", 0)]
    [InlineData("Storage/Schema.cs", "create table predictions (id text)", 0)]
    public void Sql_is_told_from_english(string path, string literal, int expected)
    {
        Assert.Equal(expected, Offences(new SourceFile($"src/Coppice.Server/{path}", $"var x = \"{literal}\";"), ["predictions"]).Count());
    }

    private static IEnumerable<string> Offences(SourceFile source, HashSet<string> tables)
    {
        if (source.IsStore || source.Folder == "Storage")
        {
            return [];
        }

        // English has the same verbs: a verb that is not in capitals counts as SQL only when it names one of our tables.
        return from literal in source.Parts.Literals
               let match = Statement().Match(literal.Value)
               where match.Success && (ShoutedVerb().IsMatch(match.Value) || tables.Contains(match.Groups["table"].Value))
               select $"{source.Place(literal.Start)} {match.Value}";
    }

    private static IEnumerable<string> Tables() =>
        from text in Repository.Files("src", "*.sql").Select(Repository.Read).Concat(Repository.ServerSources.SelectMany(s => s.Parts.Literals).Select(l => l.Value))
        from Match match in TableDefinition().Matches(text)
        select match.Groups["table"].Value;

    [GeneratedRegex(@"\b(select\s[^;]*?\sfrom\s+(?<table>\w+)|(insert|replace)\s+(or\s+\w+\s+)?into\s+(?<table>\w+)|update\s+(?<table>\w+)\s+set\b|delete\s+from\s+(?<table>\w+)|(create|alter|drop)\s+table\s+(if\s+(not\s+)?exists\s+)?(?<table>\w+)|pragma\s+(?<table>\w+))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(SELECT|INSERT|REPLACE|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA)\b")]
    private static partial Regex ShoutedVerb();

    [GeneratedRegex(@"\bcreate\s+table\s+(if\s+not\s+exists\s+)?(?<table>\w+)\s*\(", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TableDefinition();
}

namespace Coppice.Server.Tests.Conventions;

public class TypePerFileTests
{
    private const int MostGuests = 3;
    private const int MostLinesOfGuest = 20;

    [Fact]
    public void A_file_holds_the_type_it_is_named_after()
    {
        Repository.AssertNone(
            Repository.Sources.SelectMany(Offences),
            $"A file holds one type and is named after it; at most {MostGuests} enums, records or delegates of {MostLinesOfGuest} lines may stand beside it:");
    }

    [Theory]
    [InlineData("Gate.cs", "public class Gate<T> where T : class { class Inner; }", 0)]
    [InlineData("Gate.Rules.cs", "partial class Gate;", 0)]
    [InlineData("Gate.cs", "public class Gate;\npublic enum Verdict { Passed }\npublic record struct Bound(int Low);", 0)]
    [InlineData("Gate.cs", "public delegate double Gate(int row);", 0)]
    [InlineData("Program.cs", "return 0;", 0)]
    [InlineData("Gate.cs", "public class Door;", 1)]
    [InlineData("Gate.cs", "public class Gate; public class Door;", 1)]
    [InlineData("Gate.cs", "public class Gate; enum A; enum B; enum C; enum D;", 1)]
    [InlineData("Gate.cs", "public class Gate;\nrecord A\n{\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n}", 1)]
    public void Types_are_counted_as_a_reader_would(string file, string text, int expected)
    {
        Assert.Equal(expected, Offences(new SourceFile($"src/Coppice.Server/Gates/{file}", text)).Count());
    }

    private static IEnumerable<string> Offences(SourceFile source)
    {
        // A partial type is declared once per file of it; a file without types is a program or holds attributes.
        var types = source.Types.DistinctBy(t => t.Name).ToList();
        var others = types.Where(t => t.Name != source.TypeName).ToList();
        if (types.Count > 0 && others.Count == types.Count)
        {
            yield return $"{source.Path} holds {string.Join(", ", types.Select(t => t.Name))} and no {source.TypeName}";
        }
        else if (others.Find(t => t.Kind is "class" or "struct" or "interface" || t.LineCount > MostLinesOfGuest) is { } large)
        {
            yield return $"{source.Path} also holds the {large.Kind} {large.Name} ({large.LineCount} lines)";
        }
        else if (others.Count > MostGuests)
        {
            yield return $"{source.Path} holds {types.Count} types";
        }
    }
}

namespace Coppice.Server.Tests.Conventions;

public class FileSizeTests
{
    private const int MostLines = 400;
    private const int MostLinesInNineOfTen = 200;
    private const int MostLinesInHalf = 70;

    [Fact]
    public void No_source_file_is_long()
    {
        Repository.AssertNone(
            Repository.Sources.Where(s => s.LineCount > MostLines).Select(Describe),
            $"A source file has at most {MostLines} lines:");
    }

    [Theory]
    [InlineData(0.5, MostLinesInHalf)]
    [InlineData(0.9, MostLinesInNineOfTen)]
    public void Most_source_files_are_short(double share, int mostLines)
    {
        var byLength = Repository.Sources.OrderBy(s => s.LineCount).ToList();
        int rank = (int)Math.Ceiling(share * byLength.Count) - 1;

        Repository.AssertNone(
            byLength[rank].LineCount > mostLines ? byLength.Skip(rank).Reverse().Take(10).Select(Describe) : [],
            $"{share:P0} of the source files have at most {mostLines} lines, but {byLength[rank].LineCount} are needed; the longest:");
    }

    private static string Describe(SourceFile source) => $"{source.Path} has {source.LineCount} lines";
}

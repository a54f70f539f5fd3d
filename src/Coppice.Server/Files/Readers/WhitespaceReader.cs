namespace Coppice.Server.Files.Readers;

/// <summary>Reads columns apart by runs of blanks. A cell can neither be empty nor hold a blank.</summary>
internal sealed class WhitespaceReader(TextWindow window, TableOptions options) : SplitReader(window, options)
{
    public static void Split(ReadOnlySpan<char> line, List<Range> cells)
    {
        for (int i = 0; TryNext(line, ref i, out int start);)
            cells.Add(start..i);
    }

    protected override string? Split()
    {
        ReadOnlySpan<char> line = Source.Line;
        for (int i = 0; TryNext(line, ref i, out int start);)
            Add(new CellSpan(start, i - start));
        return null;
    }

    private static bool TryNext(ReadOnlySpan<char> line, ref int position, out int start)
    {
        int i = position;
        while (i < line.Length && line[i] is (' ' or '\t' or '\r'))
            i++;
        start = i;
        while (i < line.Length && line[i] is not (' ' or '\t' or '\r'))
            i++;
        position = i;
        return i > start;
    }
}

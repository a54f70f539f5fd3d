namespace Coppice.Cli.Terminal;

/// <summary>
/// Aligned columns without borders. Where the screen is too narrow the least important columns are left out first;
/// the last column wraps.
/// </summary>
internal sealed class TextTable
{
    private const int Gap = 2;
    private const int NarrowestWrap = 20;
    private readonly List<TextColumn> _columns = [];
    private readonly List<TextTableLine> _lines = [];
    private int _indent;

    public TextTable Left(string header = "", int importance = int.MaxValue) => Column(header, TextAlignment.Left, importance);

    public TextTable Right(string header = "", int importance = int.MaxValue) => Column(header, TextAlignment.Right, importance);

    public TextTable IndentedBy(int columns)
    {
        _indent = columns;
        return this;
    }

    public void Row(params string[] cells)
    {
        if (cells.Length != _columns.Count)
            throw new ArgumentException($"A row of {_columns.Count} cells was expected, {cells.Length} were given.", nameof(cells));
        _lines.Add(new TextTableLine(cells, null, null));
    }

    /// <summary>A title above the rows that follow.</summary>
    public void Heading(string title) => _lines.Add(new TextTableLine(null, title, null));

    /// <summary>A line that takes no part in the columns.</summary>
    public void Wide(string text) => _lines.Add(new TextTableLine(null, null, text));

    public void Write(Screen screen)
    {
        int[] widths = [.. _columns.Select((c, i) => _lines.Where(l => l.Cells is not null).Select(l => l.Cells![i].Length).Append(c.Header.Length).Max())];
        int[] shown = Fit(widths, screen.Width);
        string indent = new(' ', _indent);
        if (_columns.Exists(c => c.Header.Length > 0))
            screen.Line($"[dim]{(indent + string.Concat(Cells([.. _columns.Select(c => c.Header)], shown, widths))).TrimEnd()}[/]");
        foreach (TextTableLine line in _lines)
        {
            if (line.Heading is not null)
            {
                screen.Blank();
                screen.Line($"[bold]{line.Heading}[/]");
            }
            else if (line.Cells is not null)
                WriteRow(screen, indent, line.Cells, shown, widths);
            else
                screen.Line($"{indent + line.Wide}");
        }
    }

    private void WriteRow(Screen screen, string indent, string[] row, int[] shown, int[] widths)
    {
        int last = shown[^1];
        string head = indent + string.Concat(Cells(row, shown[..^1], widths));
        if (_columns[last].Alignment == TextAlignment.Right)
        {
            screen.Line($"{head + row[last].PadLeft(widths[last])}");
            return;
        }

        int room = screen.Width - head.Length;
        foreach (string part in room < NarrowestWrap ? [row[last]] : TextWrapping.Wrap(row[last], room))
        {
            screen.Line($"{(head + part).TrimEnd()}");
            head = new string(' ', head.Length);
        }
    }

    private IEnumerable<string> Cells(string[] row, int[] shown, int[] widths) =>
        shown.Select(i => (_columns[i].Alignment == TextAlignment.Right ? row[i].PadLeft(widths[i]) : row[i].PadRight(widths[i])) + new string(' ', Gap));

    private int[] Fit(int[] widths, int width)
    {
        List<int> shown = [.. Enumerable.Range(0, _columns.Count)];
        while (shown.Count > 1 && _indent + shown.Sum(i => widths[i] + Gap) - Gap > width)
        {
            int least = shown.MinBy(i => _columns[i].Importance);
            if (_columns[least].Importance == int.MaxValue)
                break;
            shown.Remove(least);
        }

        return [.. shown];
    }

    private TextTable Column(string header, TextAlignment alignment, int importance)
    {
        _columns.Add(new TextColumn(header, alignment, importance));
        return this;
    }
}

namespace Coppice.Server.Files.Readers;

/// <summary>What readers of lines cut into cells share: the header, the count of cells, and rows that cannot be used.</summary>
internal abstract class SplitReader(TextWindow window, TableOptions options) : ITableReader
{
    private string[] _header = [];
    private CellSpan[] _cells = new CellSpan[64];
    private int _count;
    private RowToRepeat _repeat;

    public IReadOnlyList<string> Header => _header;

    public long LineNumber => Source.Number;

    public string? Rejection { get; private set; }

    public ReadOnlySpan<char> Row => Source.Line;

    public long Position => Source.Position;

    protected LineSource Source { get; } = new(window, options.MaxRowLength);

    protected int Count => _count;

    public ReadOnlySpan<char> Cell(int column)
    {
        if ((uint)column >= (uint)_count)
            return column >= 0 && column < _header.Length ? default : throw new ArgumentOutOfRangeException(nameof(column), column, "there is no such column");
        CellSpan cell = _cells[column];
        return cell.Place is CellPlace.Row ? Source.LineAndBeyond.Slice(cell.Start, cell.Length) : Scratch.Slice(cell.Start, cell.Length);
    }

    public bool Read()
    {
        if (_repeat is RowToRepeat.Yes)
        {
            _repeat = RowToRepeat.No;
            return true;
        }

        return ReadRow(expected: _header.Length);
    }

    /// <summary>To be called once, first. One sentence when there is no usable header.</summary>
    public string? ReadHeader(HeaderLine header)
    {
        if (!ReadRow(expected: 0))
            return "the file is empty";
        if (Rejection is not null)
            return $"line {LineNumber}, the header: {Rejection}";
        if (_count > options.MaxColumns)
            return $"expected at most {options.MaxColumns:N0} columns, found {_count:N0}";

        var names = new string[_count];
        for (int i = 0; i < names.Length; i++)
            names[i] = Cell(i).Trim().ToString();
        if (header is HeaderLine.Absent || (header is HeaderLine.Detect && names.Any(HeaderGuess.IsValue)))
        {
            _header = [.. names.Select((_, i) => $"c{i + 1}")];
            _repeat = RowToRepeat.Yes;
            return null;
        }

        _header = HeaderGuess.Complete(names);
        IEnumerable<string> twice = _header.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
        return twice.FirstOrDefault() is { } name ? $"the header names \"{name}\" twice; every column needs a name of its own" : null;
    }

    public void Dispose() => Source.Dispose();

    /// <summary>Text of cells that do not stand in the row as they are.</summary>
    protected virtual ReadOnlySpan<char> Scratch => default;

    /// <summary>Cuts the line into cells by <see cref="Add"/>; the reason when it cannot be done, else null.</summary>
    protected abstract string? Split();

    protected void Add(CellSpan cell)
    {
        if (_count == _cells.Length)
            Array.Resize(ref _cells, _count * 2);
        _cells[_count++] = cell;
    }

    private bool ReadRow(int expected)
    {
        do
        {
            if (!Source.Take())
                return false;
        }
        while (!Source.IsOverLimit && Source.Line.IsWhiteSpace());

        _count = 0;
        Rejection = Source.IsOverLimit
            ? $"the line is longer than {options.MaxRowLength:N0} characters"
            : Damage() ?? Split();
        if (Rejection is null && expected > 0 && _count != expected)
            Rejection = $"expected {expected} cells, found {_count}";
        return true;
    }

    private string? Damage()
    {
        if (!Source.HasDamage)
            return null;
        if (Source.Line.Contains('\0'))
            return "the line holds a NUL byte";
        return Source.Line.Contains('\uFFFD') ? "the line holds bytes that are not UTF-8" : null;
    }

    private enum RowToRepeat
    {
        No,
        Yes,
    }
}

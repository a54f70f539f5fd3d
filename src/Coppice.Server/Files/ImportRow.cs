using System.Buffers;
using System.Text;
using System.Text.Json;
using Coppice.Server.Files.Cells;
using Coppice.Server.Files.Columns;

namespace Coppice.Server.Files;

/// <summary>One row of an import, read by role. The first fault found is remembered and sets the row aside.</summary>
public sealed class ImportRow : IDisposable
{
    private readonly ITableReader _reader;
    private readonly TableImport _import;
    private readonly int[] _columns;
    private readonly string?[] _constants;
    private TypedCells?[] _cells = [];
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _writer;
    private int _columnsLookedAt;
    private bool _hasProperties;

    internal ImportRow(ITableReader reader, TableImport import)
    {
        _reader = reader;
        _import = import;
        _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var roles = Enum.GetValues<ColumnRole>();
        _columns = [.. roles.Select(role => import.Mapping[role] ?? -1)];
        _constants = [.. roles.Select(import.Mapping.Constant)];
    }

    public string? Fault { get; private set; }

    public long Line => _reader.LineNumber;

    internal void Begin() => Fault = _reader.Rejection;

    /// <summary>Sets the row aside unless an earlier fault has.</summary>
    public void Refuse(string reason) => Fault ??= reason;

    /// <summary>Whether the file has a column, or a value for every row, in a role.</summary>
    public bool Has(ColumnRole role) => _columns[(int)role] >= 0 || _constants[(int)role] is not null;

    /// <summary>The word in a role; null where the file has none or the cell is empty.</summary>
    public string? Text(ColumnRole role) => _columns[(int)role] is >= 0 and var column ? Cell(column) : _constants[(int)role];

    /// <summary>The word in a role, good until the next row; empty where the file has none or the cell is empty.</summary>
    public ReadOnlySpan<char> Span(ColumnRole role) => _columns[(int)role] is >= 0 and var column ? _reader.Cell(column).Trim() : _constants[(int)role];

    /// <summary>The word in a role, of at most so many bytes; null where the file has none or the cell is empty.</summary>
    public string? Text(ColumnRole role, int longest)
    {
        string? text = Text(role);
        if (text is not null && Encoding.UTF8.GetByteCount(text) > longest)
            RefuseTooLong(role, longest);
        return text;
    }

    /// <summary>The word in a column; null where the cell is empty.</summary>
    public string? Cell(int column)
    {
        var cell = _reader.Cell(column).Trim();
        return cell.IsEmpty ? null : cell.ToString();
    }

    /// <summary>A cell as it stands in the file, blanks included.</summary>
    public string Raw(int column) => _reader.Cell(column).ToString();

    /// <summary>The word in a role that every row must fill.</summary>
    public string NeededText(ColumnRole role, int longest = int.MaxValue)
    {
        string? text = Text(role, longest);
        if (text is null)
            RefuseEmpty(role);
        return text ?? "";
    }

    /// <summary>The word in a role that every row must fill, good until the next row.</summary>
    public ReadOnlySpan<char> NeededSpan(ColumnRole role)
    {
        var text = Span(role);
        if (text.IsEmpty)
            RefuseEmpty(role);
        return text;
    }

    /// <summary>The moment in a role, UTC; null where there is none.</summary>
    public DateTimeOffset? Time(ColumnRole role)
    {
        int column = _columns[(int)role];
        if (column < 0)
            return null;
        var time = Cells(column).Date(_reader.Cell(column), out string? complaint);
        if (complaint is not null)
            Refuse(complaint);
        return time is { } utc ? new DateTimeOffset(utc, TimeSpan.Zero) : null;
    }

    /// <summary>The moment in a role that every row must fill; nothing that is imported lies in the future.</summary>
    public DateTimeOffset NeededTime(ColumnRole role, DateTimeOffset now)
    {
        var time = Time(role);
        if (time is null)
            RefuseEmpty(role);
        else if (time > now.AddDays(1))
            Refuse(RowReasons.InFuture(time.Value, now));
        return time ?? default;
    }

    /// <summary>The number in a role. A cell that is filled with anything else, NaN included, is a fault.</summary>
    public double? Number(ColumnRole role)
    {
        int column = _columns[(int)role];
        if (column < 0)
            return null;
        var cell = _reader.Cell(column).Trim();
        if (cell.IsEmpty)
            return null;
        if (NumberText.TryParse(cell, out double number) && double.IsFinite(number))
            return number;
        Refuse($"the {TableImport.Word(role)} \"{cell[..Math.Min(cell.Length, 60)]}\" is not a number");
        return null;
    }

    /// <summary>Cells without a role as a JSON object, each as what its column was found to be; null where there are none.</summary>
    public string? Properties(int longest = int.MaxValue) => HasProperties() ? Json(_import.Mapping.IsProperty, longest) : null;

    /// <summary>Every cell as a JSON object.</summary>
    public string AllCells(int longest = int.MaxValue) => Json(_ => true, longest) ?? "{}";

    /// <summary>The cells of some columns as a JSON object.</summary>
    public string Cells(Func<int, bool> ofColumn) => Json(ofColumn, int.MaxValue) ?? "{}";

    // NDJSON brings columns as it goes.
    private bool HasProperties()
    {
        for (; _columnsLookedAt < _reader.Header.Count; _columnsLookedAt++)
            _hasProperties |= _import.Mapping.IsProperty(_columnsLookedAt);
        return _hasProperties;
    }

    private string? Json(Func<int, bool> wanted, int longest)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        int written = 0;
        _writer.WriteStartObject();
        for (int column = 0; column < _reader.Header.Count; column++)
        {
            if (wanted(column) && Write(_writer, column))
                written++;
        }

        _writer.WriteEndObject();
        _writer.Flush();
        if (_buffer.WrittenCount > longest)
            Refuse($"its cells are longer than {longest:N0} bytes in all");
        return written == 0 ? null : Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    private bool Write(Utf8JsonWriter writer, int column)
    {
        var cell = _reader.Cell(column).Trim();
        if (cell.IsEmpty)
            return false;
        string name = _reader.Header[column];
        var type = column < _import.Profile.Columns.Count ? _import.Profile.Columns[column].Type : ColumnType.Category;
        switch (type)
        {
            case ColumnType.Number when NumberText.TryParse(cell, out double number) && double.IsFinite(number):
                writer.WriteNumber(name, number);
                return true;
            case ColumnType.Boolean when BooleanText.TryParse(cell, out bool truth) && _import.Profile.Columns[column].Values is { Count: <= 2 } values && !IsNumeric(values):
                writer.WriteBoolean(name, truth);
                return true;
            case ColumnType.Boolean when NumberText.TryParse(cell, out double digit):
                writer.WriteNumber(name, digit);
                return true;
            case ColumnType.Date when Cells(column).Date(cell, out _) is { } date:
                writer.WriteString(name, date.TimeOfDay == TimeSpan.Zero ? date.ToString("yyyy-MM-dd") : date.ToString("yyyy-MM-ddTHH:mm:ssZ"));
                return true;
            case ColumnType.Number or ColumnType.Boolean or ColumnType.Date:
                return false;
            default:
                writer.WriteString(name, cell);
                return true;
        }
    }

    private static bool IsNumeric(IReadOnlyList<ValueCount> values) => values.All(v => NumberText.TryParse(v.Value, out _));

    internal void RefuseTooLong(ColumnRole role, int longest) => Refuse($"the {TableImport.Word(role)} is longer than {longest:N0} bytes");

    public void Dispose() => _writer.Dispose();

    private void RefuseEmpty(ColumnRole role) => Refuse($"the {TableImport.Word(role)} is empty");

    private TypedCells Cells(int column)
    {
        if (column >= _cells.Length)
            Array.Resize(ref _cells, _import.Profile.Columns.Count);
        return _cells[column] ??= new TypedCells(_import.Profile.Columns[column]);
    }
}

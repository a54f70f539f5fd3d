using System.Buffers;
using System.Text;
using System.Text.Json;
using Coppice.Server.Files.Cells;
using Coppice.Server.Files.Columns;

namespace Coppice.Server.Files;

/// <summary>One row of an import, read by role. The first fault found is remembered and sets the row aside.</summary>
public sealed class ImportRow
{
    private readonly ITableReader _reader;
    private readonly TableImport _import;
    private readonly Dictionary<int, TypedCells> _cells = [];
    private readonly ArrayBufferWriter<byte> _buffer = new();

    internal ImportRow(ITableReader reader, TableImport import)
    {
        _reader = reader;
        _import = import;
    }

    public string? Fault { get; private set; }

    public long Line => _reader.LineNumber;

    internal void Begin() => Fault = null;

    /// <summary>Sets the row aside unless an earlier fault has.</summary>
    public void Refuse(string reason) => Fault ??= reason;

    /// <summary>The word in a role; null where the file has none or the cell is empty.</summary>
    public string? Text(ColumnRole role)
    {
        return _import.Mapping[role] is { } column ? Cell(column) : _import.Mapping.Constant(role);
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
    public string NeededText(ColumnRole role)
    {
        string? text = Text(role);
        if (text is null)
            Refuse($"the {TableImport.Word(role)} is empty");
        return text ?? "";
    }

    /// <summary>The moment in a role, UTC; null where there is none.</summary>
    public DateTimeOffset? Time(ColumnRole role)
    {
        if (_import.Mapping[role] is not { } column)
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
            Refuse($"the {TableImport.Word(role)} is empty");
        else if (time > now.AddDays(1))
            Refuse($"{time:yyyy-MM-dd} lies in the future; today is {now:yyyy-MM-dd}");
        return time ?? default;
    }

    /// <summary>The number in a role. A cell that is filled with anything else, NaN included, is a fault.</summary>
    public double? Number(ColumnRole role)
    {
        if (_import.Mapping[role] is not { } column)
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
    public string? Properties() => Json(_import.Mapping.IsProperty);

    /// <summary>Every cell as a JSON object.</summary>
    public string AllCells() => Json(_ => true) ?? "{}";

    private string? Json(Func<int, bool> wanted)
    {
        _buffer.ResetWrittenCount();
        int written = 0;
        using (var writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            for (int column = 0; column < _reader.Header.Count; column++)
            {
                if (wanted(column) && Write(writer, column))
                    written++;
            }

            writer.WriteEndObject();
        }

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

    private TypedCells Cells(int column)
    {
        if (!_cells.TryGetValue(column, out var cells))
        {
            cells = new TypedCells(_import.Profile.Columns[column]);
            _cells.Add(column, cells);
        }

        return cells;
    }
}

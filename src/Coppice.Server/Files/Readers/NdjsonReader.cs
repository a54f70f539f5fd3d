using System.Text;
using System.Text.Json;

namespace Coppice.Server.Files.Readers;

/// <summary>
/// Reads one JSON object per line. Objects inside are flattened with dots, lists stay JSON text, null is an empty cell. The header grows as
/// rows bring new keys.
/// </summary>
internal sealed class NdjsonReader(TextWindow window, TableOptions options) : ITableReader
{
    private const int MaxDepth = 8;

    private readonly LineSource _source = new(window, options.MaxRowLength);
    private readonly CellText _cells = new();
    private readonly List<string> _header = [];
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private byte[] _bytes = new byte[1024];
    private RowToRepeat _repeat;

    public IReadOnlyList<string> Header
    {
        get
        {
            // The header of NDJSON is what the rows say: the first is read ahead.
            if (_source.Number == 0 && Read())
                _repeat = RowToRepeat.Yes;
            return _header;
        }
    }

    public long LineNumber => _source.Number;

    public string? Rejection { get; private set; }

    public ReadOnlySpan<char> Row => _source.Line;

    public long Position => _source.Position;

    public ReadOnlySpan<char> Cell(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, _header.Count);
        return _cells[column];
    }

    public bool Read()
    {
        if (_repeat is RowToRepeat.Yes)
        {
            _repeat = RowToRepeat.No;
            return true;
        }

        do
        {
            if (!_source.Take())
                return false;
        }
        while (!_source.IsOverLimit && _source.Line.IsWhiteSpace());

        _cells.Clear();
        Rejection = _source.IsOverLimit ? $"the line is longer than {options.MaxRowLength:N0} characters" : Parse();
        return true;
    }

    public void Dispose() => _source.Dispose();

    private string? Parse()
    {
        ReadOnlySpan<char> line = _source.Line;
        if (_source.HasDamage && line.ContainsAny('\0', '\uFFFD'))
            return "the line holds bytes that are not UTF-8 text";
        int needed = Encoding.UTF8.GetMaxByteCount(line.Length);
        if (_bytes.Length < needed)
            _bytes = new byte[needed];
        int length = Encoding.UTF8.GetBytes(line, _bytes);
        var json = new Utf8JsonReader(_bytes.AsSpan(0, length), new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            if (!json.Read() || json.TokenType is not JsonTokenType.StartObject)
                return "expected one JSON object per line";
            string? problem = ReadObject(ref json, prefix: "");
            // Reading on past the end is what notices text behind the object.
            return problem is null && json.Read() ? "expected one JSON object per line" : problem;
        }
        catch (JsonException exception)
        {
            return $"this is not JSON from byte {(exception.BytePositionInLine ?? 0) + 1} of the line on";
        }
        catch (InvalidOperationException)
        {
            return "the line holds a text with half of a surrogate pair";
        }
    }

    private string? ReadObject(ref Utf8JsonReader json, string prefix)
    {
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            string name = prefix + json.GetString();
            json.Read();
            if (json.TokenType is JsonTokenType.StartObject)
            {
                if (ReadObject(ref json, name + ".") is { } problem)
                    return problem;
                continue;
            }

            if (!_columns.TryGetValue(name, out int column))
            {
                if (_header.Count >= options.MaxColumns)
                    return $"expected at most {options.MaxColumns:N0} different keys, found \"{name}\" beside them";
                column = _header.Count;
                _columns.Add(name, column);
                _header.Add(name);
            }

            if (!_cells.TrySet(column, ref json, _bytes))
                return $"\"{name}\" is given twice";
        }

        return null;
    }

    private enum RowToRepeat
    {
        No,
        Yes,
    }
}

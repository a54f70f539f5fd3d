using System.Text;
using System.Text.Json;

namespace Coppice.Server.Files.Readers;

/// <summary>The cells of one JSON row as text, in one buffer that is used again for every row.</summary>
internal sealed class CellText
{
    private char[] _text = new char[1024];
    private int _length;
    private (int Start, int Length, int Row)[] _cells = new (int, int, int)[32];
    private int _row;

    /// <summary>Empty when the row has nothing in that column.</summary>
    public ReadOnlySpan<char> this[int column] =>
        column < _cells.Length && _cells[column].Row == _row ? _text.AsSpan(_cells[column].Start, _cells[column].Length) : default;

    public void Clear()
    {
        _length = 0;
        _row++;
    }

    /// <summary>Takes the value the reader stands on; false when the column already has one.</summary>
    public bool TrySet(int column, ref Utf8JsonReader json, ReadOnlySpan<byte> row)
    {
        if (column >= _cells.Length)
            Array.Resize(ref _cells, Math.Max(column + 1, _cells.Length * 2));
        if (_cells[column].Row == _row)
            return false;

        int start = _length;
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.String:
                Reserve(json.ValueSpan.Length);
                _length += json.CopyString(_text.AsSpan(_length));
                break;
            case JsonTokenType.StartArray:
                int first = (int)json.TokenStartIndex;
                json.Skip();
                Append(row[first..(int)json.BytesConsumed]);
                break;
            default:
                Append(json.ValueSpan);
                break;
        }

        _cells[column] = (start, _length - start, _row);
        return true;
    }

    private void Append(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        _length += Encoding.UTF8.GetChars(utf8, _text.AsSpan(_length));
    }

    private void Reserve(int more)
    {
        if (_length + more > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + more));
    }
}

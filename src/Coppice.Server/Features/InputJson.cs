using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Coppice.Server.Features;

/// <summary>Rows of a table as JSON objects they can be read back from, bit for bit. For one thread at a time.</summary>
internal sealed class InputJson : IDisposable
{
    private const float MostPlain = 1_000_000;

    private readonly InputColumn[] _columns;
    private readonly JsonEncodedText?[] _names;
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _writer;

    public InputJson(IReadOnlyList<InputColumn> columns)
    {
        _columns = [.. columns];
        _names = new JsonEncodedText?[_columns.Length];
        _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>What is missing is left out.</summary>
    public string Write(int row)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
        for (int i = 0; i < _columns.Length; i++)
        {
            float number = _columns[i].Numbers[row];
            if (!float.IsNaN(number))
                Write(Name(i), number);
            else if (_columns[i].Words?[row] is { } word)
                _writer.WriteString(Name(i), word);
        }

        _writer.WriteEndObject();
        _writer.Flush();
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>Most columns of a few rows are missing: only those that are not are encoded.</summary>
    private JsonEncodedText Name(int column) => _names[column] ??= JsonEncodedText.Encode(_columns[column].Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private void Write(JsonEncodedText name, float number)
    {
        // Counts are most of what there is, and any way of writing them is exact. Minus zero is none.
        int whole = (int)number;
        if (whole == number && MathF.Abs(number) < MostPlain && (whole != 0 || !float.IsNegative(number)))
        {
            _writer.WriteNumber(name, whole);
            return;
        }

        // The short form is read back by way of double; in the rare case that this rounds to a neighbour, the long form is exact.
        Span<char> digits = stackalloc char[32];
        number.TryFormat(digits, out int length, "R", CultureInfo.InvariantCulture);
        if ((float)double.Parse(digits[..length], NumberStyles.Float, CultureInfo.InvariantCulture) == number)
            _writer.WriteNumber(name, number);
        else
            _writer.WriteNumber(name, (double)number);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Coppice.Server.Features;

/// <summary>Raw inputs of many rows, by column; a column comes into being with its first value.</summary>
public sealed class InputTable(int rows)
{
    private readonly Dictionary<string, InputColumn> _byName = [];
    private readonly List<InputColumn> _columns = [];

    public int Rows { get; } = rows;

    public IReadOnlyList<InputColumn> Columns => _columns;

    public InputColumn? Find(string name) => _byName.GetValueOrDefault(name);

    public InputColumn this[string name]
    {
        get
        {
            if (!_byName.TryGetValue(name, out var column))
            {
                column = new InputColumn(name, Rows);
                _byName.Add(name, column);
                _columns.Add(column);
            }

            return column;
        }
    }

    /// <summary>Reads a JSON object into a row: numbers, true and false (1 and 0), words; null is missing, whatever the row had; an absent name changes nothing.</summary>
    public void SetFromJson(int row, string json, string prefix = "")
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = prefix + reader.GetString();
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.Number:
                    // By way of double, as every reader of JSON outside does it.
                    this[name].SetNumber(row, (float)reader.GetDouble());
                    break;
                case JsonTokenType.True or JsonTokenType.False:
                    this[name].SetNumber(row, reader.TokenType == JsonTokenType.True ? 1 : 0);
                    break;
                case JsonTokenType.String:
                    this[name].SetWord(row, reader.GetString()!);
                    break;
                case JsonTokenType.Null:
                    Find(name)?.SetNumber(row, float.NaN);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    /// <summary>A row as the JSON object it can be read back from, bit for bit.</summary>
    public string ToJson(int row)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            foreach (var column in _columns)
            {
                if (column.Words?[row] is { } word)
                    writer.WriteString(column.Name, word);
                else if (!float.IsNaN(column.Numbers[row]))
                    WriteNumber(writer, column.Name, column.Numbers[row]);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    // The short form is read back by way of double; in the rare case that this rounds to a neighbour, the long form is exact.
    private static void WriteNumber(Utf8JsonWriter writer, string name, float number)
    {
        Span<char> digits = stackalloc char[32];
        number.TryFormat(digits, out int length, "R", CultureInfo.InvariantCulture);
        if ((float)double.Parse(digits[..length], NumberStyles.Float, CultureInfo.InvariantCulture) == number)
            writer.WriteNumber(name, number);
        else
            writer.WriteNumber(name, (double)number);
    }

    /// <summary>Copies the rows of another table to given places of this one.</summary>
    public void CopyFrom(InputTable other, ReadOnlySpan<int> rows)
    {
        foreach (var source in other.Columns)
        {
            var target = this[source.Name];
            for (int i = 0; i < other.Rows; i++)
            {
                target.Numbers[rows[i]] = source.Numbers[i];
                if (source.Words?[i] is { } word)
                    target.SetWord(rows[i], word);
            }
        }
    }
}

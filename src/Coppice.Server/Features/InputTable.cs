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
        using var json = new InputJson(_columns);
        return json.Write(row);
    }

    /// <summary>Every row likewise.</summary>
    public string[] ToJson()
    {
        using var json = new InputJson(_columns);
        string[] written = new string[Rows];
        for (int row = 0; row < written.Length; row++)
            written[row] = json.Write(row);
        return written;
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

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Coppice.Server.Predictions;

/// <summary>
/// The names of inputs in the order in which a caller sends them, stored once. What is stored of each answer is then a JSON list of
/// values in that order, with an empty list where the caller left a name out; names behind the last value were left out too. With
/// 220 inputs that is a third of the bytes.
/// </summary>
public sealed class InputShape
{
    private readonly byte[][] _quotedNames;

    /// <summary>The names with their quotes, as they stand in JSON.</summary>
    public InputShape(byte[][] quotedNames)
    {
        _quotedNames = quotedNames;
        Names = "[" + string.Join(',', quotedNames.Select(Encoding.UTF8.GetString)) + "]";
        Id = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Names)));
    }

    /// <summary>What stands in the place of a value that was left out. No input is a list, so it cannot be one.</summary>
    public static ReadOnlySpan<byte> LeftOut => "[]"u8;

    /// <summary>A digest of the names: the same names have the same number everywhere.</summary>
    public long Id { get; }

    /// <summary>The names as a JSON list.</summary>
    public string Names { get; }

    public static InputShape Parse(string names) =>
        new([.. JsonSerializer.Deserialize<JsonElement[]>(names)!.Select(name => Encoding.UTF8.GetBytes(name.GetRawText()))]);

    /// <summary>The JSON object that the values came from.</summary>
    public string Expand(ReadOnlySpan<byte> values)
    {
        var json = new MemoryStream(values.Length + (16 * _quotedNames.Length));
        json.WriteByte((byte)'{');
        var reader = new Utf8JsonReader(values);
        reader.Read();
        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            if (json.Length > 1)
                json.WriteByte((byte)',');
            json.Write(_quotedNames[i]);
            json.WriteByte((byte)':');
            json.Write(values[(int)reader.TokenStartIndex..(int)reader.BytesConsumed]);
        }

        json.WriteByte((byte)'}');
        return Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length);
    }
}

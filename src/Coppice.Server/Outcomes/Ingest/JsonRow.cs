using System.Text;
using System.Text.Json;

namespace Coppice.Server.Outcomes.Ingest;

/// <summary>Looks into a JSON object that is known to be one.</summary>
internal static class JsonRow
{
    /// <summary>Whether any of the members is there and filled.</summary>
    public static bool HasAny(string json, IReadOnlyList<string> names)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool named = names.Contains(reader.GetString()!);
            reader.Read();
            if (named && reader.TokenType != JsonTokenType.Null && !(reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty))
                return true;
            reader.Skip();
        }

        return false;
    }
}

using System.Text.Json;

namespace Coppice.Server.Customers.Ingest;

/// <summary>Reads JSON that strangers wrote.</summary>
internal static class ObjectReading
{
    /// <summary>An event's properties may hold objects in objects; deeper than this nobody means it.</summary>
    public static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    /// <summary>Takes one object, with nothing around it, into a chunk; what is wrong with it, or null.</summary>
    public static string? Take(IngestChunk chunk, ReadOnlySpan<byte> text, long line)
    {
        var json = new Utf8JsonReader(text, Options);
        try
        {
            return json.Read() && json.TokenType == JsonTokenType.StartObject ? chunk.Take(ref json, text, line) : "expected a JSON object";
        }
        catch (JsonException e)
        {
            return Describe(e);
        }
        catch (InvalidOperationException)
        {
            return NoUnicode;
        }
    }

    public static string Describe(JsonException e) =>
        $"this is not JSON, or nested deeper than {Options.MaxDepth} levels, from byte {(e.BytePositionInLine ?? 0) + 1} of line {(e.LineNumber ?? 0) + 1} on";

    /// <summary>What the reader throws at a text that is none.</summary>
    public const string NoUnicode = "a text in it holds half of a surrogate pair, or bytes that are not UTF-8";

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(" \t\r\n"u8);
}

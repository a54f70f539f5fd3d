using System.Text.Json;

namespace Coppice.Forests.Reading;

/// <summary>JSON text to <see cref="DocumentValue"/>, on the platform's hardened tokenizer.</summary>
internal static class JsonParser
{
    public static DocumentValue ParseDocument(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8))
            text = text[3..];

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = DocumentFormat.MaximumDepth });
        try
        {
            var budget = new DocumentBudget();
            Advance(ref reader);
            DocumentValue document = ParseValue(ref reader, budget);
            // The tokenizer looks for anything after the document.
            _ = reader.Read();
            return document;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            // InvalidOperationException: a text that is not UTF-8.
            throw new InvalidForestException($"byte {reader.BytesConsumed}", $"expected a JSON model: {exception.Message}", exception);
        }
    }

    private static DocumentValue ParseValue(ref Utf8JsonReader reader, DocumentBudget budget)
    {
        if (TryParseNumber(ref reader, out double number))
            return new DocumentValue.Number(number);

        budget.Spend(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ParseMembers(ref reader, budget),
            JsonTokenType.StartArray => ParseArray(ref reader, budget),
            JsonTokenType.String => new DocumentValue.Text(reader.GetString()!),
            _ => new DocumentValue.Nothing(),
        };
    }

    private static DocumentValue.Members ParseMembers(ref Utf8JsonReader reader, DocumentBudget budget)
    {
        var members = new Dictionary<string, DocumentValue>(StringComparer.Ordinal);
        while (Advance(ref reader) != JsonTokenType.EndObject)
        {
            long position = reader.TokenStartIndex;
            string name = reader.GetString()!;
            Advance(ref reader);
            if (!members.TryAdd(name, ParseValue(ref reader, budget)))
                throw new InvalidForestException($"byte {position}", $"expected each name once, found '{name}' twice");
        }

        return new DocumentValue.Members(members);
    }

    private static DocumentValue ParseArray(ref Utf8JsonReader reader, DocumentBudget budget)
    {
        if (Advance(ref reader) is JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False)
            return ParseNumbers(ref reader);

        var items = new List<DocumentValue>();
        for (; reader.TokenType != JsonTokenType.EndArray; Advance(ref reader))
            items.Add(ParseValue(ref reader, budget));

        return new DocumentValue.Items(items);
    }

    private static DocumentValue.Numbers ParseNumbers(ref Utf8JsonReader reader)
    {
        var numbers = new List<double>();
        for (; reader.TokenType != JsonTokenType.EndArray; Advance(ref reader))
        {
            if (!TryParseNumber(ref reader, out double number))
                throw new InvalidForestException($"byte {reader.TokenStartIndex}", $"expected only numbers in an array of numbers, found {reader.TokenType}");
            numbers.Add(number);
        }

        return new DocumentValue.Numbers([.. numbers]);
    }

    private static bool TryParseNumber(ref Utf8JsonReader reader, out double number)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                // By way of float32: rounding twice, to double and then to float, could miss XGBoost's value by one bit.
                number = reader.TryGetInt64(out long whole) ? whole : reader.GetSingle();
                return true;
            case JsonTokenType.True:
            case JsonTokenType.False:
                number = reader.TokenType == JsonTokenType.True ? 1 : 0;
                return true;
            default:
                number = 0;
                return false;
        }
    }

    private static JsonTokenType Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
            throw new InvalidForestException($"byte {reader.BytesConsumed}", "expected a JSON model, found the end of the bytes");
        return reader.TokenType;
    }
}

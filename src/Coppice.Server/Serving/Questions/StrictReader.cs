using System.Text;
using System.Text.Json;
using Coppice.Server.Features;
using Coppice.Server.Predictions;

namespace Coppice.Server.Serving.Questions;

/// <summary>Reads any question that JSON can say, checks all of it, and says in one sentence what is wrong with the first thing that is.</summary>
internal sealed class StrictReader(ChampionSnapshot champion, long asOf)
{
    private readonly List<byte[]> _names = [];
    private readonly List<int> _places = [];
    private readonly HashSet<string> _seen = [];
    private bool _plain;

    /// <summary>
    /// Reads the object the reader stands on. <paramref name="place"/> says where in the request that is, for the message.
    /// </summary>
    /// <returns>How many reasons of the answer the caller asks for; null where the question does not say.</returns>
    public int? Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, PredictionEntry entry, Span<float> row, string place)
    {
        entry.Clear();
        row.Fill(float.NaN);
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Wrong(place, $"expected an object like {{\"customer\": \"c-17\", \"features\": {{…}}}}, found {Describe(reader.TokenType)}");
        var members = new HashSet<string>();
        int? reasons = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string member = reader.GetString()!;
            if (!members.Add(member))
                throw Wrong(place, $"{member} is given twice");
            reader.Read();
            // What may be left out may be null.
            if (reader.TokenType == JsonTokenType.Null && member is "prediction_id" or "features" or "explain")
                continue;
            switch (member)
            {
                case "customer":
                    entry.SetCustomer(Encoding.UTF8.GetBytes(Text(ref reader, place, member, QuestionLimits.LongestKey)));
                    break;
                case "prediction_id":
                    entry.SetPredictionId(Encoding.UTF8.GetBytes(Text(ref reader, place, member, QuestionLimits.LongestId)));
                    break;
                case "features":
                    ReadFeatures(ref reader, body, entry, row, place);
                    break;
                case "explain":
                    reasons = Reasons(ref reader, place);
                    break;
                default:
                    throw Wrong(place, $"there is no member {Short(member)}; there are customer, features, prediction_id and explain");
            }
        }

        if (entry.Customer.IsEmpty)
            throw Wrong(place, "the customer is missing");
        return reasons;
    }

    private static int Reasons(ref Utf8JsonReader reader, string place) => reader.TokenType switch
    {
        JsonTokenType.False => 0,
        JsonTokenType.True => QuestionLimits.UsualReasons,
        JsonTokenType.Number when reader.TryGetInt32(out int most) && most is >= 0 and <= ReasonCount.Most => most,
        JsonTokenType.Number => throw Wrong(place, $"explain is the number of reasons, at most {ReasonCount.Most}"),
        _ => throw Wrong(place, $"explain is true, false or the number of reasons, found {Describe(reader.TokenType)}"),
    };

    private void ReadFeatures(ref Utf8JsonReader reader, ReadOnlySpan<byte> body, PredictionEntry entry, Span<float> row, string place)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Wrong(place, $"features is an object of names and values, found {Describe(reader.TokenType)}");
        int start = (int)reader.TokenStartIndex;
        _names.Clear();
        _places.Clear();
        _seen.Clear();
        _plain = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            ReadFeature(ref reader, row, place);
        entry.SetInputs(body[start..(int)reader.BytesConsumed]);
        if (_plain && _names.Count > 0)
            champion.Keys = champion.Keys.With(_names, _places);
    }

    private void ReadFeature(ref Utf8JsonReader reader, Span<float> row, string place)
    {
        if (reader.ValueSpan.Length > QuestionLimits.LongestName)
            throw Wrong(place, $"the name of a feature has {reader.ValueSpan.Length} bytes; at most {QuestionLimits.LongestName} are taken");
        string name = reader.GetString()!;
        if (!_seen.Add(name))
            throw Wrong(place, $"the feature {Short(name)} is given twice");
        if (_seen.Count > QuestionLimits.MostInputs)
            throw Wrong(place, $"at most {QuestionLimits.MostInputs} features are taken");
        int at = champion.Rows.Find(name);
        _plain &= !reader.ValueIsEscaped;
        _names.Add([(byte)'"', .. reader.ValueSpan, (byte)'"']);
        _places.Add(at);
        reader.Read();
        var value = Value(ref reader, place, name);
        if (at >= 0)
            champion.Rows.Encode(at, value, asOf, row);
    }

    private static InputValue Value(ref Utf8JsonReader reader, string place, string name)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                float number = (float)reader.GetDouble();
                if (!float.IsFinite(number))
                    throw Wrong(place, $"the feature {Short(name)} is too large a number");
                return InputValue.Of(number);
            case JsonTokenType.True or JsonTokenType.False:
                return InputValue.Of(reader.TokenType == JsonTokenType.True ? 1f : 0f);
            case JsonTokenType.Null:
                return InputValue.Missing;
            case JsonTokenType.String:
                if (reader.ValueSpan.Length > QuestionLimits.LongestWord)
                    throw Wrong(place, $"the feature {Short(name)} is a text of {reader.ValueSpan.Length} bytes; at most {QuestionLimits.LongestWord} are taken");
                return InputValue.Of(reader.GetString()!.AsSpan());
            default:
                throw Wrong(place, $"the feature {Short(name)} is a number, a word, true, false or null; found {Describe(reader.TokenType)}");
        }
    }

    private static string Text(ref Utf8JsonReader reader, string place, string member, int most)
    {
        string text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number when reader.TryGetInt64(out long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => throw Wrong(place, $"{member} is a text, found {Describe(reader.TokenType)}"),
        };
        int bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes is 0 || bytes > most)
            throw Wrong(place, bytes == 0 ? $"{member} is empty" : $"{member} has {bytes} bytes; at most {most} are taken");
        if (text.Contains('\0'))
            throw Wrong(place, $"{member} holds a zero character");
        return text;
    }

    private static ServingException Wrong(string place, string what) => new(ServingCodes.BadQuestion, $"{place}: {what}.");

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "null",
    };
}

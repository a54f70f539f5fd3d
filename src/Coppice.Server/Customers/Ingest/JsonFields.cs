using System.Text;
using System.Text.Json;

namespace Coppice.Server.Customers.Ingest;

/// <summary>
/// Reads one JSON object by the names it may have: an unknown name, a name given twice or a value of another kind is a fault, and
/// the first fault ends the reading. A null is as good as an absent member.
/// </summary>
public ref struct JsonFields
{
    private readonly ReadOnlySpan<byte> _source;
    private readonly MemberNames _names;
    private Utf8JsonReader _json;
    private ulong _given;

    /// <summary>Reads the object that a reader stands on.</summary>
    /// <param name="json">Stands on the object's opening brace.</param>
    /// <param name="source">The bytes the reader reads, with nothing but the object or the list it stands in.</param>
    /// <param name="names">What the object may hold.</param>
    public JsonFields(Utf8JsonReader json, ReadOnlySpan<byte> source, MemberNames names)
    {
        _json = json;
        _source = source;
        _names = names;
    }

    /// <summary>Where the reading has come to.</summary>
    public readonly Utf8JsonReader Reader => _json;

    /// <summary>What is wrong, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>The place of the member read last among the names.</summary>
    public int Field { get; private set; }

    /// <summary>Goes to the next member that has a value; false at the object's end and at a fault.</summary>
    public bool Next()
    {
        while (Fault is null && _json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            Field = _names.Find(ref _json);
            if (Field < 0)
            {
                Refuse(_names.Unknown(_json.GetString()!));
                return false;
            }

            ulong bit = 1UL << Field;
            if ((_given & bit) != 0)
                Refuse($"\"{_names[Field]}\" is given twice");
            _given |= bit;
            _json.Read();
            if (_json.TokenType != JsonTokenType.Null)
                return Fault is null;
        }

        if (Fault is null && _json.CurrentDepth == 0 && _json.BytesConsumed != _source.Length)
            Refuse("expected one JSON object, found more behind it");
        return false;
    }

    public void Refuse(string reason) => Fault ??= reason;

    /// <summary>What must be there; its absence is a fault.</summary>
    public string Needed(string? value, string name)
    {
        if (value is null)
            Refuse($"\"{name}\" is missing or empty");
        return value ?? "";
    }

    /// <summary>A text or a whole number, which are both good keys, into the buffer of a batch.</summary>
    public TextSlice Text(EventBatch batch, int longest)
    {
        if (!IsText(longest))
            return default;
        var slice = _json.TokenType == JsonTokenType.String ? batch.Append(ref _json) : batch.Append(_json.ValueSpan);
        Check(batch.Text(slice), longest);
        return slice;
    }

    /// <summary>A text or a whole number.</summary>
    public string? Text(int longest)
    {
        if (!IsText(longest))
            return null;
        string text = _json.TokenType == JsonTokenType.String ? _json.GetString()! : Encoding.UTF8.GetString(_json.ValueSpan);
        Check(text, longest);
        return Fault is null && text.Length > 0 ? text : null;
    }

    public double? Number()
    {
        if (_json.TokenType != JsonTokenType.Number)
            Refuse(Expected("a number"));
        else if (_json.TryGetDouble(out double number) && double.IsFinite(number))
            return number;
        else
            Refuse($"\"{_names[Field]}\" is larger than a number can be");
        return null;
    }

    /// <summary>A moment in microseconds: ISO 8601, UTC where it has no offset, or seconds or milliseconds since 1970.</summary>
    public long? Time()
    {
        Span<char> text = stackalloc char[48];
        if (_json.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            Refuse(Expected("a time"));
            return null;
        }

        if (_json.ValueSpan.Length <= text.Length && Encoding.UTF8.TryGetChars(_json.ValueSpan, text, out int length))
        {
            foreach (var form in _json.TokenType == JsonTokenType.String ? TimeForms.Texts : TimeForms.Numbers)
            {
                if (form.TryParse(text[..length], out var utc))
                    return (utc.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
            }
        }

        string shown = Encoding.UTF8.GetString(_json.ValueSpan[..Math.Min(_json.ValueSpan.Length, 60)]);
        Refuse(_json.TokenType == JsonTokenType.String
            ? $"\"{_names[Field]}\": \"{shown}\" is not a time like 2026-03-20T14:05:00Z"
            : $"\"{_names[Field]}\": {shown} is neither seconds nor milliseconds since 1970");
        return null;
    }

    /// <summary>An object as it stands, of at most so many bytes, whose texts are good and whose numbers are finite.</summary>
    public ReadOnlySpan<byte> ObjectText(int longest)
    {
        if (_json.TokenType != JsonTokenType.StartObject)
        {
            Refuse(Expected("an object"));
            return default;
        }

        int start = (int)_json.TokenStartIndex;
        int depth = _json.CurrentDepth;
        do
        {
            if (_json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                CheckInner(longest);
            else if (_json.TokenType == JsonTokenType.Number && !(_json.TryGetSingle(out float number) && float.IsFinite(number)))
                Refuse($"\"{_names[Field]}\" holds a number larger than a number can be");
        }
        while (Fault is null && _json.Read() && !(_json.TokenType == JsonTokenType.EndObject && _json.CurrentDepth == depth));

        int length = (int)_json.BytesConsumed - start;
        if (length > longest)
            Refuse($"\"{_names[Field]}\" is longer than {longest:N0} bytes");
        return Fault is null ? _source.Slice(start, length) : default;
    }

    /// <summary>The members of an object of words, numbers and truths, each as the text it is.</summary>
    public List<KeyValuePair<string, string>> Words(int longest)
    {
        var words = new List<KeyValuePair<string, string>>();
        if (_json.TokenType != JsonTokenType.StartObject)
            Refuse(Expected("an object"));
        while (Fault is null && _json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            string name = _json.GetString()!;
            Check(name, longest);
            _json.Read();
            if (_json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                Refuse($"\"{(name.Length <= 60 ? name : name[..57] + "...")}\": expected a number, a word, true or false");
            else if (_json.TokenType != JsonTokenType.Null)
                words.Add(KeyValuePair.Create(name, _json.TokenType == JsonTokenType.String ? _json.GetString()! : Encoding.UTF8.GetString(_json.ValueSpan)));
            if (words.Count > 0)
                Check(words[^1].Value, longest);
        }

        return words;
    }

    private bool IsText(int longest)
    {
        if (_json.TokenType == JsonTokenType.Number ? _json.ValueSpan.IndexOfAny("+.eE"u8) >= 0 : _json.TokenType != JsonTokenType.String)
            Refuse(Expected("a text"));
        else if (_json.ValueSpan.Length > longest * 6L)
            Refuse(TooLong(longest));
        return Fault is null;
    }

    private void CheckInner(int longest)
    {
        if (_json.ValueSpan.Length > longest)
            Refuse(TooLong(longest));
        else if (_json.GetString()!.Contains('\0'))
            Refuse(HoldsNul());
    }

    private void Check(ReadOnlySpan<byte> text, int longest)
    {
        if (text.Length > longest)
            Refuse(TooLong(longest));
        else if (text.Contains((byte)0))
            Refuse(HoldsNul());
    }

    private void Check(string text, int longest)
    {
        if (text.Length > longest || Encoding.UTF8.GetByteCount(text) > longest)
            Refuse(TooLong(longest));
        else if (text.Contains('\0'))
            Refuse(HoldsNul());
    }

    private readonly string TooLong(int longest) => $"\"{_names[Field]}\" is longer than {longest:N0} bytes";

    // PostgreSQL cannot hold it, and no word has one.
    private readonly string HoldsNul() => $"\"{_names[Field]}\" holds a NUL character";

    private readonly string Expected(string what) => $"\"{_names[Field]}\": expected {what}, found " + _json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Number => $"the number {Encoding.UTF8.GetString(_json.ValueSpan[..Math.Min(_json.ValueSpan.Length, 40)])}",
        _ => "a text",
    };
}

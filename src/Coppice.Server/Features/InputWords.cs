using System.Globalization;

namespace Coppice.Server.Features;

/// <summary>Says inputs and their values so that whoever knows the customers understands them: <c>days since last purchase: 3</c>.</summary>
public static class InputWords
{
    private const string Events = "events.";
    private const string Profile = "profile.";
    private const string Pair = NoteInputs.Prefix + "pair.";
    private const string Bucket = NoteInputs.Prefix + "bucket.";
    private const int LongestWord = 60;

    // {0} is the type of event.
    private static readonly Dictionary<string, string> OfEvents = new()
    {
        ["count"] = "{0} events",
        ["days"] = "days with {0} events",
        ["days_since_last"] = "days since last {0}",
        ["days_since_first"] = "days since first {0}",
        ["mean_gap_days"] = "mean days from one {0} to the next",
        ["overdue"] = "usual gaps since last {0}",
        ["fading_count"] = "{0} events, recent ones counting more",
        ["value"] = "{0} value",
        ["mean_value"] = "mean {0} value",
        ["most_value"] = "highest {0} value",
        ["last_value"] = "last {0} value",
        ["fading_value"] = "{0} value, recent ones counting more",
        ["quantity"] = "{0} quantity",
        ["products"] = "different products in {0} events",
        ["sessions"] = "sessions with {0} events",
        ["session_count"] = "number of sessions",
        ["session_events"] = "mean number of events in a session",
        ["session_minutes"] = "mean minutes of a session",
        ["weekend_share"] = "share of {0} events at weekends",
        ["returns"] = "returns in {0} events",
        ["returned_value"] = "value of returns in {0} events",
        ["p_alive"] = "chance that {0} events go on",
        ["expected_value"] = "expected value of a day with {0} events",
        [RepeatPlan.Spend] = "expected {0} value ahead",
    };

    private static readonly Dictionary<string, string> OfNotes = new()
    {
        ["count"] = "number of notes",
        ["days_since_last"] = "days since last note",
        ["concepts"] = "subjects in notes",
        ["language"] = "language of notes",
        ["amount"] = "largest amount in notes",
        ["mentions"] = "mentions of subjects in notes",
        ["length"] = "length of notes",
        ["diversity"] = "variety of subjects in notes",
        ["most_named"] = "mentions of the subject named most in notes",
        ["named_once"] = "subjects named once in notes",
        ["named_often"] = "subjects named often in notes",
    };

    /// <summary>The name under which all subjects that notes do not speak of are one reason.</summary>
    public const string Unsaid = "notes.unsaid";

    public const string UnsaidPhrase = "notes: what they do not speak of";

    /// <summary>Whether an input is a subject of notes that the customer's do not speak of.</summary>
    public static bool IsUnsaid(string input, InputValue value) => Quoted(input) is not null && (value.Kind != InputKind.Number || value.Number == 0);

    /// <summary>An input by itself.</summary>
    public static string Name(string input)
    {
        if (Quoted(input) is { } quoted)
            return $"notes: {quoted}";
        if (input.StartsWith(Profile, StringComparison.Ordinal))
            return $"profile {Plain(input.AsSpan(Profile.Length))}";
        if (input.StartsWith(Bucket, StringComparison.Ordinal))
            return $"mentions of {Spaced(input[Bucket.Length..])} in notes";
        if (input.StartsWith(NoteInputs.Prefix, StringComparison.Ordinal))
            return OfNotes.GetValueOrDefault(input[NoteInputs.Prefix.Length..]) ?? $"notes {Spaced(input[NoteInputs.Prefix.Length..])}";
        return input.StartsWith(Events, StringComparison.Ordinal) ? NameOfEvents(input[Events.Length..]) : Plain(input);
    }

    /// <summary>An input and the value a customer has.</summary>
    public static string Phrase(string input, InputValue value)
    {
        string name = Name(input);
        if (Quoted(input) is { } quoted)
        {
            return IsUnsaid(input, value) ? $"notes: no {quoted}"
                : value.Number >= 2 && float.IsInteger(value.Number) ? $"{name} ×{Number(value.Number)}"
                : name;
        }

        return value.Kind switch
        {
            InputKind.Number => $"{name}: {Number(value.Number)}",
            InputKind.Word => $"{name} = {Plain(value.Word)}",
            _ => $"{name}: {(IsComputed(input) ? "none" : "not known")}",
        };
    }

    /// <summary>How far something moved an answer, with its sign.</summary>
    public static string WithSign(double contribution)
    {
        string sign = contribution < 0 ? "-" : "+";
        return sign + Math.Abs(contribution).ToString("0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>What notes speak of, in quotation marks; null for other inputs.</summary>
    private static string? Quoted(string input)
    {
        if (input.StartsWith(Pair, StringComparison.Ordinal))
            return Plain(input.AsSpan(Pair.Length));
        return input.StartsWith(NoteInputs.Prefix + "\"", StringComparison.Ordinal) ? Plain(input.AsSpan(NoteInputs.Prefix.Length)) : null;
    }

    // The type of event comes first and may hold dots itself: any.days_30d, mail.opened.count_90d.
    private static string NameOfEvents(string input)
    {
        int dot = input.LastIndexOf('.');
        if (dot < 0)
            return Spaced(input);
        string type = Plain(input.AsSpan(0, dot)) is var given && given == "any" ? "event" : given.Replace('_', ' ');
        string what = input[(dot + 1)..];
        if (OfEvents.TryGetValue(what, out string? form))
            return string.Format(CultureInfo.InvariantCulture, form, type);
        int mark = what.LastIndexOf('_');
        if (TastePlan.IsTaste(Events + input))
            return $"kind of {type} products, direction {what[(mark + 1)..]}";
        if (mark > 0 && what.EndsWith('d') && int.TryParse(what.AsSpan(mark + 1, what.Length - mark - 2), NumberStyles.None, CultureInfo.InvariantCulture, out int days))
        {
            if (what[..mark] == "year_ago")
                return $"{type} events in the same {days} days a year ago";
            string counted = what[..mark] switch
            {
                "expected" => $"expected {type} events ahead",
                "p_none" => $"chance of no {type}",
                "count" => $"{type} events",
                "days" => $"days with {type}s",
                var other => $"{type} {Spaced(other)}",
            };
            return $"{counted} in {days} days";
        }

        return $"{type} {Spaced(what)}";
    }

    private static bool IsComputed(string input) =>
        input.StartsWith(Events, StringComparison.Ordinal) || input.StartsWith(NoteInputs.Prefix, StringComparison.Ordinal);

    private static string Number(float number) => Math.Abs(number) switch
    {
        >= 100 => number.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => number.ToString("0.#", CultureInfo.InvariantCulture),
        > 0 and < 0.01f => number.ToString("G2", CultureInfo.InvariantCulture),
        _ => number.ToString("0.##", CultureInfo.InvariantCulture),
    };

    private static string Spaced(string name) => Plain(name.Replace('_', ' ').Replace('.', ' '));

    /// <summary>One short line, whatever a file held.</summary>
    private static string Plain(ReadOnlySpan<char> text)
    {
        int length = text.Length <= LongestWord ? text.Length : char.IsHighSurrogate(text[LongestWord - 1]) ? LongestWord - 1 : LongestWord;
        string shown = string.Concat(text[..length].ToString().Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return length < text.Length ? shown + "…" : shown;
    }
}

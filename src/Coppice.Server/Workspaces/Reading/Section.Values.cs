using System.Globalization;
using Coppice.Server.Files;

namespace Coppice.Server.Workspaces.Reading;

internal sealed partial class Section
{
    public string? Text(string key)
    {
        DefinitionNode? value = Find(key);
        if (value is null or ScalarNode { Text.Length: > 0 })
            return (value as ScalarNode)?.Text;
        Mismatch(key, "a text", value);
        return null;
    }

    /// <summary>One text or a list of texts.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        DefinitionNode? value = Find(key);
        var texts = new List<string>();
        foreach (DefinitionNode item in value is ListNode list ? list.Items : value is null ? [] : [value])
        {
            if (item is ScalarNode { Text.Length: > 0 } scalar)
                texts.Add(scalar.Text);
            else
                Mismatch(key, "a text, or a list of texts in [ ]", item);
        }

        return texts;
    }

    public double Number(string key, double fallback, double minimum, double maximum) =>
        Find(key) is { } value ? Parse(key, value, minimum, maximum) ?? fallback : fallback;

    public int Integer(string key, int fallback, int minimum, int maximum) =>
        Find(key) is { } value ? ParseInteger(key, value, minimum, maximum, alternative: "") ?? fallback : fallback;

    /// <summary>A number, or null for <c>off</c>.</summary>
    public double? NumberOrOff(string key, double? fallback, double minimum, double maximum) => Find(key) switch
    {
        null => fallback,
        ScalarNode { Text: "off" or "false" } => null,
        var value => Parse(key, value, minimum, maximum),
    };

    /// <summary>A whole number, or null for <c>off</c>.</summary>
    public int? IntegerOrOff(string key, int? fallback, int minimum, int maximum) => Find(key) switch
    {
        null => fallback,
        ScalarNode { Text: "off" or "false" } => null,
        var value => ParseInteger(key, value, minimum, maximum, alternative: " or off"),
    };

    public bool Flag(string key, bool fallback)
    {
        DefinitionNode? value = Find(key);
        switch ((value as ScalarNode)?.Text.ToUpperInvariant())
        {
            case "TRUE" or "YES" or "ON":
                return true;
            case "FALSE" or "NO" or "OFF":
                return false;
        }

        if (value is not null)
            Mismatch(key, "true or false", value);
        return fallback;
    }

    public TimeSpan? Duration(string key, TimeSpan? fallback, TimeSpan minimum)
    {
        DefinitionNode? value = Find(key);
        if (value is null)
            return fallback;
        if (value is ScalarNode scalar && DurationText.TryParse(scalar.Text, out TimeSpan length) && length >= minimum)
            return length;
        Mismatch(key, minimum > TimeSpan.Zero ? DurationText.Expected : DurationText.Expected + ", or 0d", value);
        return fallback;
    }

    public TimeSpan? DurationOrOff(string key, TimeSpan? fallback, TimeSpan minimum) =>
        Find(key) is ScalarNode { Text: "off" or "false" } ? null : Duration(key, fallback, minimum);

    public long Size(string key, long fallback)
    {
        DefinitionNode? value = Find(key);
        if (value is ScalarNode scalar && SizeText.TryParse(scalar.Text, out long bytes))
            return bytes;
        if (value is not null)
            Mismatch(key, SizeText.Expected, value);
        return fallback;
    }

    public TimeSpan Latency(string key, TimeSpan fallback)
    {
        DefinitionNode? value = Find(key);
        if (value is ScalarNode scalar && LatencyText.TryParse(scalar.Text, out TimeSpan time))
            return time;
        if (value is not null)
            Mismatch(key, LatencyText.Expected, value);
        return fallback;
    }

    /// <summary>One of a few words.</summary>
    public T Choice<T>(string key, T fallback, IReadOnlyDictionary<string, T> words)
    {
        DefinitionNode? value = Find(key);
        if (value is null)
            return fallback;
        if (value is ScalarNode scalar)
        {
            if (words.TryGetValue(scalar.Text, out T? choice))
                return choice;
            if (NearestWord.Of(scalar.Text, words.Keys) is { } nearest)
            {
                Mismatch(key, $"{OneOf(words.Keys)} (did you mean {nearest}?)", value);
                return fallback;
            }
        }

        Mismatch(key, OneOf(words.Keys), value);
        return fallback;
    }

    public static string OneOf(IEnumerable<string> words)
    {
        string[] all = [.. words];
        return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }

    private double? Parse(string key, DefinitionNode value, double minimum, double maximum)
    {
        if (value is ScalarNode scalar
            && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && number >= minimum && number <= maximum)
        {
            return number;
        }

        Mismatch(key, double.IsFinite(maximum) ? $"a number from {minimum} to {maximum}" : "a number", value);
        return null;
    }

    private int? ParseInteger(string key, DefinitionNode value, int minimum, int maximum, string alternative)
    {
        if (value is ScalarNode scalar
            && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number >= minimum && number <= maximum)
        {
            return number;
        }

        Mismatch(key, $"a whole number from {minimum} to {maximum}{alternative}", value);
        return null;
    }
}

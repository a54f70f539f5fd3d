using System.Text;

namespace Coppice.Server.Http.Metrics;

/// <summary>Names and labels as Prometheus reads them (exposition format 0.0.4).</summary>
internal static class MetricText
{
    /// <summary>An instrument's name with its unit, and with <c>_total</c> where it counts.</summary>
    public static string Name(string instrument, string? unit, MetricKind kind)
    {
        string name = Word(instrument);
        string suffix = unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        bool counts = kind == MetricKind.Counter;
        if (counts && name.EndsWith("_total", StringComparison.Ordinal))
            name = name[..^"_total".Length];
        if (!name.EndsWith(suffix, StringComparison.Ordinal))
            name += suffix;
        return counts ? name + "_total" : name;
    }

    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(',', tags.ToArray().OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{Word(t.Key)}=\"{Escape(t.Value?.ToString() ?? "")}\""));

    /// <summary>A help text on one line.</summary>
    public static string Help(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (char c in value)
            _ = c switch { '\\' => text.Append("\\\\"), '"' => text.Append("\\\""), '\n' => text.Append("\\n"), _ => text.Append(c) };
        return text.ToString();
    }

    private static string Word(string text)
    {
        string word = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_'));
        return word.Length > 0 && char.IsAsciiDigit(word[0]) ? "_" + word : word;
    }
}

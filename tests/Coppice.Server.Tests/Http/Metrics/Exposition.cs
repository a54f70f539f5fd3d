using System.Globalization;
using System.Text.RegularExpressions;

namespace Coppice.Server.Tests.Http.Metrics;

/// <summary>Reads the text format of Prometheus as strictly as its specification (0.0.4) puts it; whatever is not allowed fails the test.</summary>
internal sealed partial class Exposition
{
    private readonly Dictionary<string, string> _types = [];
    private readonly Dictionary<(string Name, string Labels), double> _samples = [];

    public IReadOnlyDictionary<string, string> Types => _types;

    public static Exposition Parse(string text)
    {
        Assert.EndsWith("\n", text);
        Assert.DoesNotContain('\r', text);
        var read = new Exposition();
        var closed = new HashSet<string>();
        string family = "";
        foreach (string line in text[..^1].Split('\n'))
        {
            if (Comment().Match(line) is { Success: true } comment)
            {
                string name = comment.Groups["name"].Value;
                if (name != family)
                {
                    Assert.True(closed.Add(name), $"The lines of {name} do not stand together.");
                    family = name;
                }

                if (comment.Groups["kind"].Value == "TYPE")
                    Assert.True(read._types.TryAdd(name, comment.Groups["text"].Value), $"{name} has two types.");
                continue;
            }

            read.ReadSample(line, family);
        }

        read.CheckHistograms();
        return read;
    }

    public double? Value(string name, string labels = "") => _samples.TryGetValue((name, labels), out double value) ? value : null;

    public double Sum(string name, string labelPart) => _samples.Where(s => s.Key.Name == name && s.Key.Labels.Contains(labelPart, StringComparison.Ordinal)).Sum(s => s.Value);

    private void ReadSample(string line, string family)
    {
        var match = Sample().Match(line);
        Assert.True(match.Success, $"'{line}' is no sample.");
        string name = match.Groups["name"].Value;
        Assert.True(name == family || (_types[family] == "histogram" && name[family.Length..] is "_bucket" or "_sum" or "_count"), $"{name} stands under {family}.");
        Assert.Contains(_types[family], new[] { "counter", "gauge", "histogram" });
        string value = match.Groups["value"].Value;
        double number = value switch { "+Inf" => double.PositiveInfinity, "-Inf" => double.NegativeInfinity, _ => double.Parse(value, CultureInfo.InvariantCulture) };
        var names = match.Groups["label"].Captures.Select(c => c.Value).ToList();
        Assert.Equal(names.Distinct(), names);
        Assert.True(_samples.TryAdd((name, match.Groups["labels"].Value), number), $"{line} stands twice.");
        if (_types[family] == "counter")
            Assert.True(name.EndsWith("_total", StringComparison.Ordinal) && number >= 0, line);
    }

    private void CheckHistograms()
    {
        foreach (string name in _types.Where(t => t.Value == "histogram").Select(t => t.Key))
        {
            var series = _samples.Where(s => s.Key.Name == name + "_bucket").GroupBy(s => Bound().Replace(s.Key.Labels, ""));
            foreach (var buckets in series)
            {
                double[] counts = [.. buckets.Select(b => b.Value)];
                Assert.Equal(counts.Order(), counts);
                Assert.Contains("le=\"+Inf\"", buckets.Last().Key.Labels);
                Assert.Equal(counts[^1], Value(name + "_count", buckets.Key));
                Assert.NotNull(Value(name + "_sum", buckets.Key));
            }
        }
    }

    [GeneratedRegex("^# (?<kind>HELP|TYPE) (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) ?(?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex("^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?<labels>((?<label>[a-zA-Z_][a-zA-Z0-9_]*)=\"([^\"\\\\\\n]|\\\\[\\\\\"n])*\",?)+)\\})? (?<value>[-+]?([0-9.]+([eE][-+]?[0-9]+)?|Inf)|NaN)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sample();

    [GeneratedRegex(",?le=\"[^\"]*\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Bound();
}

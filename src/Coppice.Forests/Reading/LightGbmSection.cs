using System.Globalization;

namespace Coppice.Forests.Reading;

/// <summary>Lines of <c>key=value</c> of a LightGBM model: the head, or one tree.</summary>
internal sealed class LightGbmSection(string place)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string Place { get; } = place;

    public void Add(string line)
    {
        int equals = line.IndexOf('=', StringComparison.Ordinal);
        (string key, string value) = equals < 0 ? (line, "") : (line[..equals], line[(equals + 1)..]);
        if (!_values.TryAdd(key, value))
            throw Invalid(key, "expected each key once, found it twice");
    }

    public bool Has(string key) => _values.ContainsKey(key);

    public string? Find(string key) => _values.GetValueOrDefault(key);

    public string Text(string key) => Find(key) ?? throw Invalid(key, "expected a value, found none");

    public int Integer(string key, int minimum, int maximum) =>
        int.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= minimum && value <= maximum
            ? value
            : throw Invalid(key, $"expected an integer from {minimum} to {maximum}, found {DocumentCursor.Quote(Text(key))}");

    public double[] Numbers(string key, int count)
    {
        string[] parts = Text(key).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != count)
            throw Invalid(key, $"expected {count} numbers, found {parts.Length}");
        var numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
                throw new InvalidForestException($"{Place}.{key}[{i}]", $"expected a number, found {DocumentCursor.Quote(parts[i])}");
        }

        return numbers;
    }

    public int[] Integers(string key, int count, int minimum, int maximum)
    {
        double[] numbers = Numbers(key, count);
        int wrong = Array.FindIndex(numbers, n => !(n >= minimum && n <= maximum && n == Math.Truncate(n)));
        return wrong < 0
            ? Array.ConvertAll(numbers, n => (int)n)
            : throw new InvalidForestException($"{Place}.{key}[{wrong}]", $"expected an integer from {minimum} to {maximum}, found {numbers[wrong]}");
    }

    public InvalidForestException Invalid(string key, string problem) => new($"{Place}.{key}", problem);
}

using System.Globalization;

namespace Coppice.Server.Features;

/// <summary>A one for the value it has, zeros for the other frequent ones; a rare value is <c>other</c>, a missing one is missing everywhere.</summary>
public sealed record CategoryEncoder(string Column, IReadOnlyList<string> Values) : ColumnEncoder(Column)
{
    private Dictionary<string, int>? _places;

    /// <summary>Two values need one column: the second follows from the first.</summary>
    private int Width => Values.Count <= 2 ? 1 : Values.Count + 1;

    public override IReadOnlyList<string> FeatureNames =>
        Width == 1 ? [$"{Column}={Values[0]}"] : [.. Values.Select(v => $"{Column}={v}"), $"{Column}=(other)"];

    public override void Encode(InputValue value, long asOf, Span<float> features)
    {
        if (value.Kind == InputKind.Missing)
            return;
        if (value.Kind == InputKind.Number)
        {
            Span<char> digits = stackalloc char[32];
            value.Number.TryFormat(digits, out int length, "R", CultureInfo.InvariantCulture);
            Encode(digits[..length], features);
        }
        else
        {
            Encode(value.Word, features);
        }
    }

    private void Encode(ReadOnlySpan<char> word, Span<float> features)
    {
        _places ??= Values.Select((v, place) => (v, place)).ToDictionary(v => v.v, v => v.place);
        if (!_places.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int taken))
            taken = Values.Count;
        features.Clear();
        if (taken < features.Length)
            features[taken] = 1;
    }

    public bool Equals(CategoryEncoder? other) => other is not null && Column == other.Column && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Column, Values.Count);
}

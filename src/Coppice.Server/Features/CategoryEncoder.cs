namespace Coppice.Server.Features;

/// <summary>A one for the value it has, zeros for the other frequent ones; a rare value is <c>other</c>, a missing one is missing everywhere.</summary>
public sealed record CategoryEncoder(string Column, IReadOnlyList<string> Values) : ColumnEncoder(Column)
{
    private Dictionary<string, int>? _places;

    /// <summary>Two values need one column: the second follows from the first.</summary>
    private int Width => Values.Count <= 2 ? 1 : Values.Count + 1;

    public override IReadOnlyList<string> FeatureNames =>
        Width == 1 ? [$"{Column}={Values[0]}"] : [.. Values.Select(v => $"{Column}={v}"), $"{Column}=(other)"];

    public override void Encode(InputColumn column, ReadOnlySpan<long> asOf, Span<float> matrix, int width, int first)
    {
        _places ??= Values.Select((value, place) => (value, place)).ToDictionary(v => v.value, v => v.place);
        for (int row = 0; row < column.Numbers.Length; row++)
        {
            if (column.WordAt(row) is not { } word)
                continue;
            int place = _places.GetValueOrDefault(word, Values.Count);
            var cells = matrix.Slice((row * width) + first, Width);
            cells.Clear();
            if (place < cells.Length)
                cells[place] = 1;
        }
    }

    public bool Equals(CategoryEncoder? other) => other is not null && Column == other.Column && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Column, Values.Count);
}

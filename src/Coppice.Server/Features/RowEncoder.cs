using System.Collections.Frozen;

namespace Coppice.Server.Features;

/// <summary>A pipeline seen from one row: which place an input has, and what its value becomes there. Immutable and shared.</summary>
public sealed class RowEncoder
{
    private readonly ColumnEncoder[] _encoders;
    private readonly int[] _starts;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places;

    public RowEncoder(FeaturePipeline pipeline)
    {
        Width = pipeline.FeatureNames.Count;
        _encoders = [.. pipeline.Encoders];
        _starts = [.. pipeline.Starts];
        _places = Enumerable.Range(0, _encoders.Length)
            .ToFrozenDictionary(i => _encoders[i].Column, i => i)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Features in a row.</summary>
    public int Width { get; }

    /// <summary>Inputs that are used.</summary>
    public int Count => _encoders.Length;

    public string Name(int place) => _encoders[place].Column;

    /// <summary>The place of an input; negative where the pipeline does not use it.</summary>
    public int Find(ReadOnlySpan<char> name) => _places.TryGetValue(name, out int place) ? place : -1;

    /// <summary>Writes what the value at a place becomes into a row of <see cref="Width"/> features, missing (NaN) before.</summary>
    public void Encode(int place, InputValue value, long asOf, Span<float> row) =>
        _encoders[place].Encode(value, asOf, row[_starts[place].._starts[place + 1]]);
}

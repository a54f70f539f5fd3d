using System.Buffers;
using System.Runtime.CompilerServices;

namespace Coppice.Forests.Scoring;

/// <summary>Scores rows one by one. Lengths and features have been checked.</summary>
internal sealed class RowScorer
{
    private const int SlotsOnStack = 2048;

    private readonly SlotMap _slots;
    private readonly TreeWalk _walk;
    private readonly float _baseMargin;
    private readonly int _featureCount;

    public RowScorer(Forest forest)
    {
        _slots = new SlotMap(forest);
        _walk = TreeWalk.Lay(forest, _slots);
        _baseMargin = forest.BaseMargin;
        _featureCount = forest.FeatureCount;
    }

    /// <summary>Row-major values, NaN where missing.</summary>
    [SkipLocalsInit]
    public void Margins(ReadOnlySpan<float> rows, Span<float> margins)
    {
        float[]? rented = _slots.Count > SlotsOnStack ? ArrayPool<float>.Shared.Rent(_slots.Count) : null;
        Span<float> slots = rented ?? stackalloc float[SlotsOnStack];
        for (int row = 0; row < margins.Length; row++)
        {
            _slots.Fill(rows.Slice(row * _featureCount, _featureCount), slots);
            margins[row] = _walk.Sum(slots, _baseMargin);
        }

        if (rented is not null)
            ArrayPool<float>.Shared.Return(rented);
    }

    /// <summary>Row i has the features and values from starts[i] to starts[i + 1]; the last value of a feature counts.</summary>
    [SkipLocalsInit]
    public void Margins(ReadOnlySpan<int> starts, ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> margins)
    {
        float[]? rented = _slots.Count > SlotsOnStack ? ArrayPool<float>.Shared.Rent(_slots.Count) : null;
        Span<float> slots = rented ?? stackalloc float[SlotsOnStack];
        for (int row = 0; row < margins.Length; row++)
        {
            (int first, int count) = (starts[row], starts[row + 1] - starts[row]);
            _slots.Fill(features.Slice(first, count), values.Slice(first, count), slots);
            margins[row] = _walk.Sum(slots, _baseMargin);
        }

        if (rented is not null)
            ArrayPool<float>.Shared.Return(rented);
    }
}

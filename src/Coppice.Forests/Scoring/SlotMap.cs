using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Coppice.Forests.Scoring;

/// <summary>
/// The inputs a walk reads, arranged so that one comparison, at least a threshold, serves every split and is false of what is missing. Where
/// missing goes left, that is the split's own question. Where it goes right, the split asks for less than its threshold: the same of the
/// negated value with the next float above the negated threshold, with the children swapped. So there are slots of values and slots of negated ones.
/// </summary>
internal sealed class SlotMap
{
    /// <summary>Rows are copied whole, in vectors, unless so few of their features are used that to pick those is quicker.</summary>
    private const int PickedShare = 8;

    private readonly int _featureCount;
    private readonly bool _isWhole;
    private readonly int[] _features;
    private readonly bool[] _isNegated;
    private readonly int[] _firstOfFeature;

    public SlotMap(Forest forest)
    {
        (int Feature, bool IsNegated)[] slots =
        [
            .. forest.Trees.SelectMany(tree => tree.Nodes).Where(node => !node.IsLeaf)
                .Select(node => (node.Feature, !node.MissingGoesLeft)).Distinct().Order(),
        ];
        // A forest without a split still has padding nodes, which read slot 0.
        if (slots.Length == 0)
            slots = [(0, false)];

        _featureCount = forest.FeatureCount;
        _isWhole = (long)slots.Length * PickedShare > _featureCount;
        _features = [.. slots.Select(slot => slot.Feature)];
        _isNegated = [.. slots.Select(slot => slot.IsNegated)];
        _firstOfFeature = new int[_isWhole ? 0 : _featureCount + 1];
        if (_isWhole)
            return;
        foreach (int feature in _features)
            _firstOfFeature[feature + 1]++;
        for (int feature = 0; feature < _featureCount; feature++)
            _firstOfFeature[feature + 1] += _firstOfFeature[feature];
    }

    public int Count => _isWhole ? 2 * _featureCount : _features.Length;

    /// <summary>What a walk compares where it meets a split, and where it goes when that is false and when it is true.</summary>
    public (int Slot, float Threshold, int WhereFalse, int WhereTrue) Of(TreeNode split)
    {
        bool isNegated = !split.MissingGoesLeft;
        int slot = split.Feature;
        if (_isWhole)
            slot += isNegated ? _featureCount : 0;
        else
            slot = _firstOfFeature[split.Feature] + (_isNegated[_firstOfFeature[split.Feature]] == isNegated ? 0 : 1);
        return isNegated
            ? (slot, MathF.BitIncrement(-split.Threshold), split.Right, split.Left)
            : (slot, split.Threshold, split.Left, split.Right);
    }

    /// <summary>From a dense row; NaN is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(ReadOnlySpan<float> row, Span<float> slots)
    {
        if (_isWhole)
        {
            row.CopyTo(slots);
            Negate(row, slots[row.Length..]);
            return;
        }

        ReadOnlySpan<int> features = _features;
        slots = slots[..features.Length];
        for (int slot = 0; slot < features.Length; slot++)
            slots[slot] = _isNegated[slot] ? -row[features[slot]] : row[features[slot]];
    }

    /// <summary>From the present values of a row; every other feature is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> slots)
    {
        if (_isWhole)
        {
            slots[.._featureCount].Fill(float.NaN);
            for (int i = 0; i < features.Length; i++)
                slots[features[i]] = values[i];
            Negate(slots[.._featureCount], slots[_featureCount..]);
            return;
        }

        slots[.._features.Length].Fill(float.NaN);
        for (int i = 0; i < features.Length; i++)
        {
            int feature = features[i];
            for (int slot = _firstOfFeature[feature]; slot < _firstOfFeature[feature + 1]; slot++)
                slots[slot] = _isNegated[slot] ? -values[i] : values[i];
        }
    }

    private static void Negate(ReadOnlySpan<float> row, Span<float> negated)
    {
        ReadOnlySpan<Vector<float>> blocks = MemoryMarshal.Cast<float, Vector<float>>(row);
        Span<Vector<float>> negatedBlocks = MemoryMarshal.Cast<float, Vector<float>>(negated);
        for (int i = 0; i < blocks.Length; i++)
            negatedBlocks[i] = -blocks[i];
        for (int i = blocks.Length * Vector<float>.Count; i < row.Length; i++)
            negated[i] = -row[i];
    }
}

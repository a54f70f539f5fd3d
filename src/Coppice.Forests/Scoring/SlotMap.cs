using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Coppice.Forests.Scoring;

/// <summary>
/// The inputs a walk reads. A feature has one slot per direction that missing values take, and only if some split uses it: a missing
/// value is stored as -infinity where it goes left and as +infinity where it goes right, so that one comparison serves every split.
/// Thresholds are finite, hence the infinities fall on the right side of each.
/// </summary>
internal sealed class SlotMap
{
    private readonly int[] _features;
    private readonly float[] _missing;
    private readonly int[] _firstOfFeature;

    public SlotMap(Forest forest)
    {
        (int Feature, bool MissingGoesLeft)[] slots =
        [
            .. forest.Trees.SelectMany(tree => tree.Nodes).Where(node => !node.IsLeaf)
                .Select(node => (node.Feature, node.MissingGoesLeft)).Distinct().Order(),
        ];
        // A forest without a split still has padding nodes, which read slot 0.
        if (slots.Length == 0)
            slots = [(0, false)];

        _features = [.. slots.Select(slot => slot.Feature)];
        _missing = [.. slots.Select(slot => slot.MissingGoesLeft ? float.NegativeInfinity : float.PositiveInfinity)];
        _firstOfFeature = new int[forest.FeatureCount + 1];
        foreach (int feature in _features)
            _firstOfFeature[feature + 1]++;
        for (int feature = 0; feature < forest.FeatureCount; feature++)
            _firstOfFeature[feature + 1] += _firstOfFeature[feature];
    }

    public int Count => _features.Length;

    public int SlotOf(TreeNode split)
    {
        int slot = _firstOfFeature[split.Feature];
        // Of two slots, "goes right" comes first: false sorts before true.
        return _missing[slot] < 0 == split.MissingGoesLeft ? slot : slot + 1;
    }

    /// <summary>From a dense row; NaN is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(ReadOnlySpan<float> row, Span<float> slots)
    {
        ReadOnlySpan<int> features = _features;
        slots = slots[..features.Length];
        for (int slot = 0; slot < features.Length; slot++)
            slots[slot] = row[features[slot]];
        ReplaceMissing(slots, _missing);
    }

    /// <summary>From the present values of a row; every other feature is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> slots)
    {
        _missing.CopyTo(slots);
        for (int i = 0; i < features.Length; i++)
        {
            int feature = features[i];
            for (int slot = _firstOfFeature[feature]; slot < _firstOfFeature[feature + 1]; slot++)
                slots[slot] = float.IsNaN(values[i]) ? _missing[slot] : values[i];
        }
    }

    /// <summary>Without a branch: where missing values fall is hard to predict, and cost a third of a score.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReplaceMissing(Span<float> slots, ReadOnlySpan<float> missing)
    {
        Span<Vector<float>> blocks = MemoryMarshal.Cast<float, Vector<float>>(slots);
        ReadOnlySpan<Vector<float>> missingBlocks = MemoryMarshal.Cast<float, Vector<float>>(missing);
        for (int i = 0; i < blocks.Length; i++)
            blocks[i] = Vector.ConditionalSelect(Vector.IsNaN(blocks[i]), missingBlocks[i], blocks[i]);

        for (int slot = blocks.Length * Vector<float>.Count; slot < slots.Length; slot++)
        {
            if (float.IsNaN(slots[slot]))
                slots[slot] = missing[slot];
        }
    }
}

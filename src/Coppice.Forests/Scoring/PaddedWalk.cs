using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Coppice.Forests.Scoring;

/// <summary>
/// Trees padded to perfect ones: node i has children 2i and 2i + 1, so a step is one comparison and no branch. A walk alone waits for
/// its loads; six trees are walked side by side to fill the wait.
/// </summary>
/// <remarks>
/// The walk reads without bounds checks. Why it stays in bounds: a position starts at 1 and becomes 2p or 2p + 1, so before step s of
/// at most <see cref="MaximumDepth"/> it is below 2^s &lt;= <see cref="Stride"/> and after the last one in [2^depth, 2^(depth + 1)),
/// which is leaf 0 to <see cref="Stride"/> - 1; both arrays hold Stride entries per tree. Slots are those of the map, all below its
/// count, and the length of the slots is checked on entry.
/// </remarks>
internal sealed class PaddedWalk : TreeWalk
{
    public const int MaximumDepth = 6;

    private const int Stride = 1 << MaximumDepth;
    private const int SideBySide = 6;

    private readonly PaddedNode[] _nodes;
    private readonly float[] _leaves;
    private readonly int _treeCount;
    private readonly int _depth;
    private readonly int _slotCount;

    public PaddedWalk(Forest forest, SlotMap slots)
    {
        _treeCount = forest.TreeCount;
        _depth = forest.Trees.Select(tree => tree.Depth).DefaultIfEmpty().Max();
        if (_depth > MaximumDepth)
            throw new ArgumentException($"expected trees of at most {MaximumDepth} levels, found {_depth}", nameof(forest));
        _slotCount = slots.Count;
        _nodes = new PaddedNode[_treeCount * Stride];
        _leaves = new float[_treeCount * Stride];
        for (int tree = 0; tree < _treeCount; tree++)
            Pad(forest.Trees[tree], 0, 1, _depth, slots, _nodes.AsSpan(tree * Stride, Stride), _leaves.AsSpan(tree * Stride, Stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override float Sum(ReadOnlySpan<float> slots, float margin)
    {
        if (slots.Length < _slotCount)
            throw new ArgumentException($"expected {_slotCount} slots, found {slots.Length}", nameof(slots));
        ref float values = ref MemoryMarshal.GetReference(slots);
        ref PaddedNode nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref float leaves = ref MemoryMarshal.GetArrayDataReference(_leaves);
        nint firstLeaf = (nint)1 << _depth;

        int tree = 0;
        for (; tree <= _treeCount - SideBySide; tree += SideBySide)
        {
            nint a = 1, b = 1, c = 1, d = 1, e = 1, f = 1;
            for (int level = _depth; level > 0; level--)
            {
                a = Step(ref nodes, a, ref values);
                b = Step(ref Unsafe.Add(ref nodes, Stride), b, ref values);
                c = Step(ref Unsafe.Add(ref nodes, 2 * Stride), c, ref values);
                d = Step(ref Unsafe.Add(ref nodes, 3 * Stride), d, ref values);
                e = Step(ref Unsafe.Add(ref nodes, 4 * Stride), e, ref values);
                f = Step(ref Unsafe.Add(ref nodes, 5 * Stride), f, ref values);
            }

            margin += Unsafe.Add(ref leaves, a - firstLeaf);
            margin += Unsafe.Add(ref leaves, b - firstLeaf + Stride);
            margin += Unsafe.Add(ref leaves, c - firstLeaf + (2 * Stride));
            margin += Unsafe.Add(ref leaves, d - firstLeaf + (3 * Stride));
            margin += Unsafe.Add(ref leaves, e - firstLeaf + (4 * Stride));
            margin += Unsafe.Add(ref leaves, f - firstLeaf + (5 * Stride));
            nodes = ref Unsafe.Add(ref nodes, SideBySide * Stride);
            leaves = ref Unsafe.Add(ref leaves, SideBySide * Stride);
        }

        for (; tree < _treeCount; tree++)
        {
            nint position = 1;
            for (int level = _depth; level > 0; level--)
                position = Step(ref nodes, position, ref values);
            margin += Unsafe.Add(ref leaves, position - firstLeaf);
            nodes = ref Unsafe.Add(ref nodes, Stride);
            leaves = ref Unsafe.Add(ref leaves, Stride);
        }

        return margin;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Step(ref PaddedNode nodes, nint position, ref float values)
    {
        ref PaddedNode node = ref Unsafe.Add(ref nodes, position);
        return (2 * position) + (Unsafe.Add(ref values, node.Slot) >= node.Threshold ? 1 : 0);
    }

    /// <summary>Below a leaf that ends early both ways lead to its value; the padding nodes compare slot 0 with 0 and mean nothing.</summary>
    private static void Pad(Tree tree, int index, int position, int levels, SlotMap slots, Span<PaddedNode> nodes, Span<float> leaves)
    {
        TreeNode node = tree.Nodes[index];
        if (levels == 0)
        {
            leaves[position - HighestBit(position)] = node.Value;
            return;
        }

        int whereFalse = index, whereTrue = index;
        if (!node.IsLeaf)
        {
            (int slot, float threshold, whereFalse, whereTrue) = slots.Of(node);
            nodes[position] = new PaddedNode(threshold, slot);
        }

        Pad(tree, whereFalse, 2 * position, levels - 1, slots, nodes, leaves);
        Pad(tree, whereTrue, (2 * position) + 1, levels - 1, slots, nodes, leaves);
    }

    private static int HighestBit(int position) => 1 << int.Log2(position);
}

using System.Runtime.CompilerServices;

namespace Coppice.Forests.Scoring;

/// <summary>For trees too deep to pad: nodes name their left child, the right one follows it. Four trees are walked side by side.</summary>
internal sealed class LinkedWalk : TreeWalk
{
    private const int SideBySide = 4;

    private readonly LinkedNode[] _nodes;
    private readonly int[] _roots;
    private readonly int[] _depths;

    public LinkedWalk(Forest forest, SlotMap slots)
    {
        _nodes = new LinkedNode[forest.Trees.Sum(tree => tree.Nodes.Length)];
        _roots = new int[forest.TreeCount];
        _depths = [.. forest.Trees.Select(tree => tree.Depth)];
        int next = 0;
        for (int tree = 0; tree < _roots.Length; tree++)
        {
            _roots[tree] = next;
            TreeNode[] nodes = forest.Trees[tree].Nodes;
            Lay(nodes, next, slots, _nodes.AsSpan(next, nodes.Length));
            next += nodes.Length;
        }
    }

    /// <summary>Of two siblings, where the comparison is false comes first: nodes change places with their siblings where a split is turned round.</summary>
    private static void Lay(TreeNode[] nodes, int root, SlotMap slots, Span<LinkedNode> laid)
    {
        int[] places = new int[nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            int place = places[i];
            if (nodes[i].IsLeaf)
            {
                laid[place] = new LinkedNode(float.NaN, 0, root + place, nodes[i].Value);
                continue;
            }

            (int slot, float threshold, int whereFalse, int whereTrue) = slots.Of(nodes[i]);
            places[whereFalse] = nodes[i].Left;
            places[whereTrue] = nodes[i].Left + 1;
            laid[place] = new LinkedNode(threshold, slot, root + nodes[i].Left, 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override float Sum(ReadOnlySpan<float> slots, float margin)
    {
        ReadOnlySpan<LinkedNode> nodes = _nodes;
        int tree = 0;
        for (; tree <= _roots.Length - SideBySide; tree += SideBySide)
        {
            ReadOnlySpan<int> depths = _depths.AsSpan(tree, SideBySide);
            int a = _roots[tree], b = _roots[tree + 1], c = _roots[tree + 2], d = _roots[tree + 3];
            for (int level = Math.Max(Math.Max(depths[0], depths[1]), Math.Max(depths[2], depths[3])); level > 0; level--)
            {
                a = Step(nodes, a, slots);
                b = Step(nodes, b, slots);
                c = Step(nodes, c, slots);
                d = Step(nodes, d, slots);
            }

            margin += nodes[a].Value;
            margin += nodes[b].Value;
            margin += nodes[c].Value;
            margin += nodes[d].Value;
        }

        for (; tree < _roots.Length; tree++)
        {
            int position = _roots[tree];
            for (int level = _depths[tree]; level > 0; level--)
                position = Step(nodes, position, slots);
            margin += nodes[position].Value;
        }

        return margin;
    }

    private static int Step(ReadOnlySpan<LinkedNode> nodes, int position, ReadOnlySpan<float> slots)
    {
        ref readonly LinkedNode node = ref nodes[position];
        return node.Left + (slots[node.Slot] >= node.Threshold ? 1 : 0);
    }
}

namespace Coppice.Forests.Blocks;

/// <summary>
/// Trees padded to perfect ones: node i has children 2i and 2i + 1, the root is node 1. A node is the number of its condition; below a
/// leaf that ends early no condition is ever true, so rows keep to the left, to the one place where its value stands.
/// </summary>
internal sealed class BlockTrees
{
    public const int MaximumDepth = 6;

    /// <summary>The least number of leaves, one vector of them.</summary>
    private const int LeastLeaves = 16;

    private BlockTrees(int[] conditions, float[] leaves, TreeRun[] runs)
    {
        Conditions = conditions;
        Leaves = leaves;
        Runs = runs;
    }

    public int[] Conditions { get; }

    public float[] Leaves { get; }

    public TreeRun[] Runs { get; }

    /// <summary>Leaves that a tree of so many levels takes up.</summary>
    public static int LeavesOf(int depth) => Math.Max(LeastLeaves, 1 << depth);

    public static BlockTrees Of(Forest forest, ConditionTable table)
    {
        var conditions = new int[forest.Trees.Sum(tree => 1 << tree.Depth)];
        var leaves = new float[forest.Trees.Sum(tree => LeavesOf(tree.Depth))];
        var runs = new List<TreeRun>();
        int condition = 0, leaf = 0;
        foreach (Tree tree in forest.Trees)
        {
            if (runs.Count > 0 && runs[^1].Depth == tree.Depth)
                runs[^1] = runs[^1] with { Count = runs[^1].Count + 1 };
            else
                runs.Add(new TreeRun(tree.Depth, 1, condition, leaf));
            int size = 1 << tree.Depth;
            Pad(tree, 0, 1, table, conditions.AsSpan(condition, size), leaves.AsSpan(leaf, size));
            condition += size;
            leaf += LeavesOf(tree.Depth);
        }

        return new BlockTrees(conditions, leaves, [.. runs]);
    }

    private static void Pad(Tree tree, int index, int position, ConditionTable table, Span<int> conditions, Span<float> leaves)
    {
        TreeNode node = tree.Nodes[index];
        if (node.IsLeaf)
        {
            while (position < leaves.Length)
                position *= 2;
            leaves[position - leaves.Length] = node.Value;
            return;
        }

        conditions[position] = table.NumberOf(node);
        (int whereFalse, int whereTrue) = node.MissingGoesLeft ? (node.Left, node.Right) : (node.Right, node.Left);
        Pad(tree, whereFalse, 2 * position, table, conditions, leaves);
        Pad(tree, whereTrue, (2 * position) + 1, table, conditions, leaves);
    }
}

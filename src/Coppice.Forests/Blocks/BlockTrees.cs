namespace Coppice.Forests.Blocks;

/// <summary>
/// Trees padded to perfect ones: node i has children 2i and 2i + 1, the root is node 1. A node is the number of its condition; below a
/// leaf that ends early no condition is ever true, so rows keep to the left, to the one place where its value stands.
/// </summary>
internal sealed class BlockTrees
{
    /// <summary>Levels that are followed as words of bits. What is deeper is walked from there.</summary>
    public const int MaximumDepth = 6;

    /// <summary>The least number of leaves, one vector of them.</summary>
    private const int LeastLeaves = 16;

    private readonly List<int> _conditions = [];
    private readonly List<float> _leaves = [];
    private readonly List<TreeRun> _runs = [];
    private readonly List<DeepTree> _deep = [];

    public BlockTrees(Forest forest, ConditionTable table)
    {
        foreach (Tree tree in forest.Trees)
            Add(tree, table);
        Conditions = [.. _conditions];
        Leaves = [.. _leaves];
        Runs = [.. _runs];
        Deep = [.. _deep];
    }

    public int[] Conditions { get; }

    public float[] Leaves { get; }

    public TreeRun[] Runs { get; }

    public DeepTree[] Deep { get; }

    /// <summary>Leaves that a tree of so many levels takes up.</summary>
    public static int LeavesOf(int depth) => Math.Max(LeastLeaves, 1 << depth);

    private void Add(Tree tree, ConditionTable table)
    {
        int depth = Math.Min(tree.Depth, MaximumDepth);
        bool isDeep = tree.Depth > MaximumDepth;
        if (!isDeep && _runs.Count > 0 && _runs[^1].Depth == depth && _runs[^1].DeepTree < 0)
            _runs[^1] = _runs[^1] with { Count = _runs[^1].Count + 1 };
        else
            _runs.Add(new TreeRun(depth, isDeep ? _deep.Count : -1, 1, _conditions.Count, _leaves.Count));

        int[] conditions = new int[1 << depth];
        int[] ends = new int[1 << depth];
        Pad(tree, 0, 1, table, conditions, ends);
        _conditions.AddRange(conditions);
        if (isDeep)
            _deep.Add(new DeepTree(tree.Depth - depth, ends, [.. tree.Nodes.Select((node, i) => Deepen(node, i, table))]));
        else
            _leaves.AddRange(Enumerable.Range(0, LeavesOf(depth)).Select(i => i < ends.Length ? tree.Nodes[ends[i]].Value : 0));
    }

    /// <summary>Writes the condition of each node and the node below each end. Ends that no row comes to keep the root.</summary>
    private static void Pad(Tree tree, int index, int position, ConditionTable table, int[] conditions, int[] ends)
    {
        TreeNode node = tree.Nodes[index];
        if (node.IsLeaf || position >= ends.Length)
        {
            while (position < ends.Length)
                position *= 2;
            ends[position - ends.Length] = index;
            return;
        }

        conditions[position] = table.NumberOf(node);
        // A condition that is true leads away from where missing goes.
        (int whereFalse, int whereTrue) = node.MissingGoesLeft ? (node.Left, node.Right) : (node.Right, node.Left);
        Pad(tree, whereFalse, 2 * position, table, conditions, ends);
        Pad(tree, whereTrue, (2 * position) + 1, table, conditions, ends);
    }

    private static DeepNode Deepen(TreeNode node, int index, ConditionTable table) => node.IsLeaf
        ? new DeepNode(0, index, index, node.Value)
        : new DeepNode(table.NumberOf(node), node.MissingGoesLeft ? node.Left : node.Right, node.MissingGoesLeft ? node.Right : node.Left, 0);
}

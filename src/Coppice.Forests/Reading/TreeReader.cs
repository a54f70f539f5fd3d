namespace Coppice.Forests.Reading;

/// <summary>
/// Walks one tree of the file from its root, level by level, and proves it a tree: each node is reached once, or the walk stops.
/// Nodes that XGBoost has pruned stay in the file with no way to them; they are left behind.
/// </summary>
internal static class TreeReader
{
    /// <summary>Contributions recurse once per level. Grown trees rarely pass 100.</summary>
    public const int MaximumDepth = 512;

    public static Tree Read(DocumentCursor tree, int featureCount)
    {
        RefuseCategories(tree);
        var arrays = new TreeArrays(tree);
        var nodes = new List<TreeNode>();
        var reached = new bool[arrays.Count];
        reached[0] = true;
        List<int> level = [0];
        int depth = 0;
        // Nodes are numbered in the order they are met, so the children of a split come right after all that is met before them.
        int met = 1;
        while (true)
        {
            var next = new List<int>();
            foreach (int node in level)
            {
                if (arrays.IsLeaf(node))
                {
                    nodes.Add(arrays.Leaf(node));
                    continue;
                }

                nodes.Add(arrays.Split(node, met, featureCount));
                met += 2;
                int left = arrays.Left(node);
                if (reached[left] || reached[left + 1])
                    throw arrays.Shared(node);
                reached[left] = reached[left + 1] = true;
                next.Add(left);
                next.Add(left + 1);
            }

            if (next.Count == 0)
                return new Tree([.. nodes], depth);
            if (++depth > MaximumDepth)
                throw tree.Invalid($"expected at most {MaximumDepth} levels, found more");
            level = next;
        }
    }

    private static void RefuseCategories(DocumentCursor tree)
    {
        if (tree.Find("categories_nodes") is { } categories && !categories.IsEmptyArray())
            throw categories.Invalid("expected no categorical splits, found some; they are not supported");
        if (tree.Find("split_type") is not { } types || types.IsEmptyArray())
            return;

        int categorical = Array.FindIndex(types.Numbers(tree.Member("tree_param").Member("num_nodes").Integer(1, int.MaxValue)), type => type != 0);
        if (categorical >= 0)
            throw types.InvalidAt(categorical, "expected a numerical split, found a categorical one; they are not supported");
    }
}

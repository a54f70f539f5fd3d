namespace Coppice.Forests.Reading;

/// <summary>Nodes of a file in any order, put into ours from the root down and proven a tree: no node is reached twice.</summary>
internal static class LooseTree
{
    /// <summary>Nodes without a way to them are left behind.</summary>
    /// <param name="nodes">Children are numbers below their count, or -1 for both.</param>
    /// <param name="root">The number of the root.</param>
    /// <param name="place">Where the tree stands, for complaints.</param>
    public static Tree Arrange(LooseNode[] nodes, int root, string place)
    {
        var arranged = new List<TreeNode>();
        var reached = new bool[nodes.Length];
        reached[root] = true;
        List<int> level = [root];
        int depth = 0;
        int met = 1;
        while (true)
        {
            var next = new List<int>();
            foreach (int number in level)
            {
                LooseNode node = nodes[number];
                if (node.Left < 0)
                {
                    arranged.Add(node.Node);
                    continue;
                }

                arranged.Add(node.Node with { Left = met });
                met += 2;
                foreach (int child in (ReadOnlySpan<int>)[node.Left, node.Right])
                {
                    if (reached[child])
                        throw new InvalidForestException(place, $"expected a tree, found two ways to node {child}");
                    reached[child] = true;
                    next.Add(child);
                }
            }

            if (next.Count == 0)
                return new Tree([.. arranged], depth);
            if (++depth > TreeReader.MaximumDepth)
                throw new InvalidForestException(place, $"expected at most {TreeReader.MaximumDepth} levels, found more");
            level = next;
        }
    }

    /// <summary>
    /// The threshold that a float32 is below exactly where it is at most <paramref name="bound"/>: the float32 after the largest one that
    /// is not above the bound. Infinite where every finite number is.
    /// </summary>
    public static float JustAbove(double bound)
    {
        float nearest = (float)bound;
        return nearest > bound ? nearest : MathF.BitIncrement(nearest);
    }
}

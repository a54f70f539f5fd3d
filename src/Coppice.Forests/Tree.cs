namespace Coppice.Forests;

/// <summary>A checked tree: node 0 is the root, children come after their parent, every feature is below the forest's feature count.</summary>
internal sealed record Tree(TreeNode[] Nodes, int Depth)
{
    /// <summary>The parent of each node, as XGBoost's formats want it.</summary>
    public int[] Parents()
    {
        // What XGBoost gives as the parent of a root.
        int[] parents = new int[Nodes.Length];
        parents[0] = int.MaxValue;
        for (int i = 0; i < Nodes.Length; i++)
        {
            if (!Nodes[i].IsLeaf)
                parents[Nodes[i].Left] = parents[Nodes[i].Right] = i;
        }

        return parents;
    }
}

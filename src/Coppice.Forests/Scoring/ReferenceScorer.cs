namespace Coppice.Forests.Scoring;

/// <summary>What every faster path must equal, bit for bit: XGBoost's own order of steps, and nothing clever.</summary>
internal static class ReferenceScorer
{
    public static float Margin(Forest forest, ReadOnlySpan<float> row)
    {
        float margin = forest.BaseMargin;
        foreach (Tree tree in forest.Trees)
            margin += LeafOf(tree, row).Value;
        return margin;
    }

    private static TreeNode LeafOf(Tree tree, ReadOnlySpan<float> row)
    {
        TreeNode node = tree.Nodes[0];
        while (!node.IsLeaf)
        {
            float value = row[node.Feature];
            bool left = float.IsNaN(value) ? node.MissingGoesLeft : value < node.Threshold;
            node = tree.Nodes[left ? node.Left : node.Right];
        }

        return node;
    }
}

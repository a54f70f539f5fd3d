namespace Coppice.Forests.Reading;

/// <summary>The booster part of a model: <c>gbtree</c>, or <c>dart</c> with its weights multiplied into the leaves.</summary>
internal static class BoosterReader
{
    /// <summary>Scoring pads every tree to the same size, whatever its own.</summary>
    public const int MaximumTrees = 50_000;

    public static BoosterContent Read(DocumentCursor booster, int featureCount, int groups)
    {
        DocumentCursor name = booster.Member("name");
        return name.Text() switch
        {
            "gbtree" => ReadTrees(booster.Member("model"), null, featureCount, groups),
            "dart" => ReadTrees(booster.Member("gbtree").Member("model"), booster.Member("weight_drop"), featureCount, groups),
            var other => throw name.Invalid($"expected 'gbtree' or 'dart', found {DocumentCursor.Quote(other)}"),
        };
    }

    private static BoosterContent ReadTrees(DocumentCursor model, DocumentCursor? weightDrop, int featureCount, int groups)
    {
        DocumentCursor list = model.Member("trees");
        DocumentCursor[] items = list.Items();
        if (items.Length > MaximumTrees)
            throw list.Invalid($"expected at most {MaximumTrees} trees, found {items.Length}");
        int rounds = ReadRounds(model.Member("gbtree_model_param"), items.Length, groups);
        int[] groupOfTree = ReadGroups(model.Member("tree_info"), items.Length, groups);

        double[]? weights = weightDrop?.Numbers(items.Length);
        var trees = new Tree[items.Length];
        for (int i = 0; i < trees.Length; i++)
        {
            Tree tree = TreeReader.Read(items[i], featureCount);
            trees[i] = weights is null ? tree : Weigh(tree, (float)weights[i], weightDrop!.Value, i);
        }

        return new BoosterContent(trees, groupOfTree, rounds);
    }

    private static int ReadRounds(DocumentCursor parameters, int treeCount, int groups)
    {
        DocumentCursor stated = parameters.Member("num_trees");
        if (stated.Integer(0, int.MaxValue) != treeCount)
            throw stated.Invalid($"expected {treeCount}, the number of trees in the list, found {stated.Integer(0, int.MaxValue)}");

        int treesPerRound = parameters.Find("num_parallel_tree")?.Integer(0, int.MaxValue) ?? 1;
        return treeCount / Math.Max(1, treesPerRound) / groups;
    }

    private static int[] ReadGroups(DocumentCursor treeInfo, int treeCount, int groups)
    {
        double[] read = treeInfo.Numbers(treeCount);
        int wrong = Array.FindIndex(read, group => !(group >= 0 && group < groups && group == Math.Truncate(group)));
        return wrong < 0
            ? Array.ConvertAll(read, group => (int)group)
            : throw treeInfo.InvalidAt(wrong, $"expected {(groups == 1 ? "group 0" : $"a group from 0 to {groups - 1}")}, found {read[wrong]}");
    }

    // XGBoost multiplies in float32 while it predicts; to do it here gives the same bits.
    private static Tree Weigh(Tree tree, float weight, DocumentCursor weightDrop, int index)
    {
        TreeNode[] nodes = [.. tree.Nodes.Select(node => node.IsLeaf ? node with { Value = weight * node.Value } : node)];
        return nodes.All(node => float.IsFinite(node.Value))
            ? tree with { Nodes = nodes }
            : throw weightDrop.InvalidAt(index, $"expected a weight that keeps leaves finite, found {weight}");
    }
}

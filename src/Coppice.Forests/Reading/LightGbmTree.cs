namespace Coppice.Forests.Reading;

/// <summary>One tree of a LightGBM model: splits and leaves have numbers of their own, and a child below zero is the leaf of its complement.</summary>
internal static class LightGbmTree
{
    /// <summary>Bits of a split's kind: categorical, whether missing goes left, and in the next two what counts as missing.</summary>
    private const int Categorical = 1, DefaultLeft = 2, MissingShift = 2, LargestKind = 15;

    /// <summary>What LightGBM takes for zero where zero counts as missing.</summary>
    private const double Zero = 1e-35;

    public static Tree Read(LightGbmSection section, int featureCount, double share)
    {
        int leaves = section.Integer("num_leaves", 1, int.MaxValue), splits = leaves - 1;
        if (section.Find("num_cat") is not null && section.Integer("num_cat", 0, int.MaxValue) > 0)
            throw section.Invalid("num_cat", "expected no categorical splits, found some; they are not supported");
        if (section.Find("is_linear") is not (null or "0"))
            throw section.Invalid("is_linear", "expected constant leaves, found linear ones; they are not supported");

        double[] values = section.Numbers("leaf_value", leaves);
        double[] leafCovers = Covers(section, "leaf", leaves), splitCovers = Covers(section, "internal", splits);
        if (splits == 0)
            return LooseTree.Arrange([Leaf(section, 0, values[0] * share, leafCovers[0])], 0, section.Place);

        int[] features = section.Integers("split_feature", splits, 0, featureCount - 1);
        int[] kinds = section.Integers("decision_type", splits, 0, LargestKind);
        int[] lefts = section.Integers("left_child", splits, -leaves, splits - 1), rights = section.Integers("right_child", splits, -leaves, splits - 1);
        double[] thresholds = section.Numbers("threshold", splits), gains = section.Numbers("split_gain", splits);
        var nodes = new LooseNode[splits + leaves];
        for (int i = 0; i < splits; i++)
        {
            if (!double.IsFinite(thresholds[i]))
                throw new InvalidForestException($"{section.Place}.threshold[{i}]", $"expected a finite threshold, found {thresholds[i]}");
            nodes[i] = new LooseNode(Number(lefts[i], splits), Number(rights[i], splits), new TreeNode
            {
                Left = 0,
                Feature = features[i],
                Threshold = LooseTree.JustAbove(thresholds[i]),
                MissingGoesLeft = MissingGoesLeft(section, i, kinds[i], thresholds[i]),
                Value = 0,
                Cover = (float)splitCovers[i],
                Gain = (float)gains[i],
            });
        }

        for (int leaf = 0; leaf < leaves; leaf++)
            nodes[splits + leaf] = Leaf(section, leaf, values[leaf] * share, leafCovers[leaf]);
        return LooseTree.Arrange(nodes, 0, section.Place);
    }

    private static int Number(int child, int splits) => child >= 0 ? child : splits + ~child;

    private static LooseNode Leaf(LightGbmSection section, int leaf, double value, double cover) => float.IsFinite((float)value)
        ? LooseNode.Leaf((float)value, (float)cover)
        : throw new InvalidForestException($"{section.Place}.leaf_value[{leaf}]", $"expected a finite leaf value, found {value}");

    /// <summary>How many rows went where, which is what its own contributions weigh by; zero where the file does not say.</summary>
    private static double[] Covers(LightGbmSection section, string what, int count)
    {
        string key = what + "_count";
        return section.Find(key) is null ? new double[count] : section.Numbers(key, count);
    }

    private static bool MissingGoesLeft(LightGbmSection section, int split, int kind, double threshold)
    {
        if ((kind & Categorical) != 0)
            throw new InvalidForestException($"{section.Place}.decision_type[{split}]", "expected a numerical split, found a categorical one; they are not supported");
        bool zeroGoesLeft = threshold >= 0;
        bool isDefaultLeft = (kind & DefaultLeft) != 0;
        return (kind >> MissingShift) switch
        {
            // A missing value is taken for zero.
            0 => zeroGoesLeft,
            // Zero is taken for missing, which makes no difference where both go the same way.
            1 when isDefaultLeft == zeroGoesLeft && Math.Abs(threshold) >= Zero => isDefaultLeft,
            2 => isDefaultLeft,
            1 => throw new InvalidForestException($"{section.Place}.decision_type[{split}]", "expected zero to be a value, found zero_as_missing; it is not supported"),
            _ => throw new InvalidForestException($"{section.Place}.decision_type[{split}]", $"expected a kind of missing from 0 to 2, found {kind >> MissingShift}"),
        };
    }
}

namespace Coppice.Forests.Reading;

/// <summary>What the leaves of an ONNX ensemble say: one number per leaf, of the one target or of the second of two classes.</summary>
internal static class OnnxWeights
{
    public static float[] Read(OnnxAttributes attributes, bool isClassifier, Dictionary<(long Tree, long Node), int> places, int count, double share)
    {
        string kind = isClassifier ? "class" : "target";
        IReadOnlyList<float> weights = attributes.Reals(kind + "_weights");
        IReadOnlyList<long> trees = attributes.Each(attributes.Integers(kind + "_treeids"), kind + "_treeids", weights.Count);
        IReadOnlyList<long> nodes = attributes.Each(attributes.Integers(kind + "_nodeids"), kind + "_nodeids", weights.Count);
        IReadOnlyList<long> ids = attributes.Each(attributes.Integers(kind + "_ids"), kind + "_ids", weights.Count);
        long scored = isClassifier ? ScoredClass(attributes, ids) : RefuseSeveralTargets(attributes, ids);

        var read = new float[count];
        var isRead = new bool[count];
        for (int i = 0; i < weights.Count; i++)
        {
            if (!places.TryGetValue((trees[i], nodes[i]), out int place))
                throw attributes.InvalidAt(kind + "_nodeids", i, $"expected a node of tree {trees[i]}, found {nodes[i]}");
            if (ids[i] != scored)
                continue;
            float value = (float)(weights[i] * share);
            if (isRead[place] || !float.IsFinite(value))
                throw attributes.InvalidAt(kind + "_weights", i, isRead[place] ? "expected one weight for a leaf, found two" : $"expected a finite leaf value, found {value}");
            (read[place], isRead[place]) = (value, true);
        }

        return read;
    }

    private static long RefuseSeveralTargets(OnnxAttributes attributes, IReadOnlyList<long> ids)
    {
        if (attributes.Integers("n_targets") is [> 1] || ids.Any(id => id != 0))
            throw attributes.Invalid("n_targets", "expected one target, found several; they are not supported");
        return 0;
    }

    /// <summary>Two classes are scored by the weights of the second, or by the only ones there are.</summary>
    private static long ScoredClass(OnnxAttributes attributes, IReadOnlyList<long> ids)
    {
        int labels = Math.Max(attributes.Integers("classlabels_int64s").Count, attributes.Texts("classlabels_strings").Count);
        if (labels != 2)
            throw attributes.Invalid("classlabels", $"expected two classes, found {labels}; other classifiers are not supported");
        long[] distinct = [.. ids.Distinct()];
        if (distinct.Length > 1 && attributes.Text("post_transform", "NONE") != "NONE")
            throw attributes.Invalid("post_transform", "expected NONE where both classes have weights, found another");
        return distinct.Length == 1 ? distinct[0] : 1;
    }
}

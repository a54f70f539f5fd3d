namespace Coppice.Forests.Reading;

/// <summary>A tree ensemble of an ONNX graph. Its nodes are columns of attributes, named by the numbers of their tree and themselves.</summary>
internal sealed class OnnxEnsemble
{
    private readonly OnnxAttributes _attributes;
    private readonly bool _isClassifier;
    private readonly Dictionary<(long Tree, long Node), int> _places = [];
    private readonly IReadOnlyList<long> _trees;
    private readonly IReadOnlyList<long> _nodes;

    public OnnxEnsemble(string type, OnnxAttributes attributes)
    {
        _attributes = attributes;
        _isClassifier = type == "TreeEnsembleClassifier";
        _trees = attributes.Integers("nodes_treeids");
        _nodes = Integers("nodes_nodeids");
        for (int i = 0; i < Count; i++)
        {
            if (!_places.TryAdd((_trees[i], _nodes[i]), i))
                throw attributes.InvalidAt("nodes_nodeids", i, $"expected each node of a tree once, found {_nodes[i]} twice");
        }
    }

    private int Count => _trees.Count;

    /// <summary>The ensemble as a forest.</summary>
    /// <param name="width">Features of the graph's input, where it says so.</param>
    /// <param name="link">What follows the ensemble.</param>
    public Forest ToForest(int? width, ForestLink? link)
    {
        foreach (string name in (ReadOnlySpan<string>)["nodes_values_as_tensor", "target_weights_as_tensor", "class_weights_as_tensor", "base_values_as_tensor"])
        {
            if (_attributes.Has(name))
                throw _attributes.Invalid(name, "expected float32 values, found a tensor; float64 ensembles are not supported");
        }

        long[] order = [.. _trees.Distinct()];
        if (order.Length > BoosterReader.MaximumTrees)
            throw _attributes.Invalid("nodes_treeids", $"expected at most {BoosterReader.MaximumTrees} trees, found {order.Length}");
        double share = ReadShare(order.Length);
        int featureCount = ReadFeatureCount(width);
        Tree[] trees = ReadTrees(order, featureCount, share);
        (string objective, ForestLink found) = ReadObjective(link);
        return new Forest(trees)
        {
            FeatureCount = featureCount,
            FeatureNames = [],
            FeatureTypes = [],
            Rounds = trees.Length,
            Objective = objective,
            Link = found,
            BaseMargin = ReadBase(),
            Attributes = new Dictionary<string, string>(),
        };
    }

    private double ReadShare(int trees) => _attributes.Text("aggregate_function", "SUM") switch
    {
        "SUM" => 1,
        "AVERAGE" => 1.0 / Math.Max(1, trees),
        var other => throw _attributes.Invalid("aggregate_function", $"expected SUM or AVERAGE, found {DocumentCursor.Quote(other)}"),
    };

    private int ReadFeatureCount(int? width)
    {
        IReadOnlyList<long> features = Integers("nodes_featureids");
        long most = width ?? Math.Max(1, features.DefaultIfEmpty().Max() + 1);
        int wrong = features.ToList().FindIndex(feature => feature < 0 || feature >= Math.Min(most, ModelReader.MaximumFeatures));
        return wrong < 0 ? (int)most : throw _attributes.InvalidAt("nodes_featureids", wrong, $"expected a feature from 0 to {most - 1}, found {features[wrong]}");
    }

    private Tree[] ReadTrees(long[] order, int featureCount, double share)
    {
        IReadOnlyList<string> modes = _attributes.Each(_attributes.Texts("nodes_modes"), "nodes_modes", Count);
        IReadOnlyList<long> features = Integers("nodes_featureids");
        IReadOnlyList<float> values = _attributes.Each(_attributes.Reals("nodes_values"), "nodes_values", Count);
        IReadOnlyList<long> whereTrue = Integers("nodes_truenodeids"), whereFalse = Integers("nodes_falsenodeids");
        IReadOnlyList<long> tracks = _attributes.Has("nodes_missing_value_tracks_true") ? Integers("nodes_missing_value_tracks_true") : [];
        IReadOnlyList<float> covers = _attributes.Reals("nodes_hitrates");
        float[] weights = OnnxWeights.Read(_attributes, _isClassifier, _places, Count, share);

        var loose = new LooseNode[Count];
        var rootOf = new Dictionary<long, int>();
        for (int i = 0; i < Count; i++)
        {
            rootOf.TryAdd(_trees[i], i);
            float cover = covers.Count == Count ? covers[i] : 0;
            if (modes[i] == "LEAF")
            {
                loose[i] = LooseNode.Leaf(weights[i], cover);
                continue;
            }

            int onTrue = PlaceOf("nodes_truenodeids", i, whereTrue[i]), onFalse = PlaceOf("nodes_falsenodeids", i, whereFalse[i]);
            bool leftIsTrue = modes[i] is "BRANCH_LEQ" or "BRANCH_LT";
            loose[i] = new LooseNode(leftIsTrue ? onTrue : onFalse, leftIsTrue ? onFalse : onTrue, new TreeNode
            {
                Left = 0,
                Feature = (int)features[i],
                Threshold = Threshold(i, modes[i], values[i]),
                MissingGoesLeft = (tracks.Count > 0 && tracks[i] != 0) == leftIsTrue,
                Value = 0,
                Cover = cover,
                Gain = 0,
            });
        }

        return [.. order.Select((tree, i) => LooseTree.Arrange(loose, rootOf[tree], $"{_attributes.Place}.trees[{i}]"))];
    }

    private float Threshold(int node, string mode, float value)
    {
        if (!float.IsFinite(value))
            throw _attributes.InvalidAt("nodes_values", node, $"expected a finite threshold, found {value}");
        return mode switch
        {
            "BRANCH_LT" or "BRANCH_GTE" => value,
            "BRANCH_LEQ" or "BRANCH_GT" => LooseTree.JustAbove(value),
            _ => throw _attributes.InvalidAt("nodes_modes", node, $"expected BRANCH_LEQ, BRANCH_LT, BRANCH_GTE, BRANCH_GT or LEAF, found {DocumentCursor.Quote(mode)}"),
        };
    }

    private int PlaceOf(string name, int node, long child) =>
        _places.TryGetValue((_trees[node], child), out int place) ? place : throw _attributes.InvalidAt(name, node, $"expected a node of tree {_trees[node]}, found {child}");

    private (string Objective, ForestLink Link) ReadObjective(ForestLink? link)
    {
        string transform = _attributes.Text("post_transform", "NONE");
        if (transform is not ("NONE" or "LOGISTIC"))
            throw _attributes.Invalid("post_transform", $"expected NONE or LOGISTIC, found {DocumentCursor.Quote(transform)}");
        if (transform == "LOGISTIC" && (link is not null || !_isClassifier))
            throw _attributes.Invalid("post_transform", "expected one link, found LOGISTIC beside another or at a regressor, where runtimes differ");
        return (transform == "LOGISTIC" ? ForestLink.Logistic : link ?? ForestLink.Identity) switch
        {
            ForestLink.Logistic => ("binary:logistic", ForestLink.Logistic),
            ForestLink.Log => ("reg:gamma", ForestLink.Log),
            _ => ("reg:squarederror", ForestLink.Identity),
        };
    }

    private float ReadBase()
    {
        IReadOnlyList<float> values = _attributes.Reals("base_values");
        return values switch
        {
            [] => 0,
            [var only] when float.IsFinite(only) => only,
            // Of two classes the second is the one that is scored.
            [_, var second] when _isClassifier && float.IsFinite(second) => second,
            _ => throw _attributes.Invalid("base_values", $"expected one finite value, found {string.Join(' ', values.Take(3))}"),
        };
    }

    private IReadOnlyList<long> Integers(string name) => _attributes.Each(_attributes.Integers(name), name, Count);
}

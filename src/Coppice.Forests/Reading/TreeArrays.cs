namespace Coppice.Forests.Reading;

/// <summary>The columns of one tree as the file holds them, all of one length; what they say is not checked yet.</summary>
internal sealed class TreeArrays
{
    private readonly DocumentCursor _left;
    private readonly DocumentCursor _right;
    private readonly DocumentCursor _feature;
    private readonly DocumentCursor _condition;
    private readonly double[] _lefts;
    private readonly double[] _rights;
    private readonly double[] _features;
    private readonly double[] _conditions;
    private readonly double[] _defaultLefts;
    private readonly double[] _covers;
    private readonly double[] _gains;

    public TreeArrays(DocumentCursor tree)
    {
        Count = tree.Member("tree_param").Member("num_nodes").Integer(1, int.MaxValue);
        _left = tree.Member("left_children");
        _right = tree.Member("right_children");
        _feature = tree.Member("split_indices");
        _condition = tree.Member("split_conditions");
        _lefts = _left.Numbers(Count);
        _rights = _right.Numbers(Count);
        _features = _feature.Numbers(Count);
        _conditions = _condition.Numbers(Count);
        _defaultLefts = tree.Member("default_left").Numbers(Count);
        _covers = tree.Member("sum_hessian").Numbers(Count);
        _gains = tree.Member("loss_changes").Numbers(Count);
    }

    public int Count { get; }

    public bool IsLeaf(int node)
    {
        if (_lefts[node] != -1)
            return false;
        return _rights[node] == -1 ? true : throw _right.InvalidAt(node, $"expected -1 as on the left, found {_rights[node]}");
    }

    /// <summary>The left child; the right one comes next, which XGBoost too takes for granted when it predicts.</summary>
    public int Left(int node)
    {
        double left = _lefts[node];
        if (!(left >= 1 && left < Count - 1 && left == Math.Truncate(left)))
            throw _left.InvalidAt(node, $"expected a node from 1 to {Count - 2}, found {left}");
        if (_rights[node] != left + 1)
            throw _right.InvalidAt(node, $"expected {left + 1}, the node after its left sibling, found {_rights[node]}");
        return (int)left;
    }

    public InvalidForestException Shared(int node) =>
        _left.InvalidAt(node, $"expected nodes of its own, found {_lefts[node]} and {_rights[node]}, of which one already has a parent");

    public TreeNode Leaf(int node) => Node(node) with { Value = Finite(node, "leaf value") };

    public TreeNode Split(int node, int left, int featureCount)
    {
        double feature = _features[node];
        if (!(feature >= 0 && feature < featureCount && feature == Math.Truncate(feature)))
            throw _feature.InvalidAt(node, $"expected a feature from 0 to {featureCount - 1}, found {feature}");

        return Node(node) with
        {
            Left = left,
            Feature = (int)feature,
            Threshold = Finite(node, "threshold"),
            MissingGoesLeft = _defaultLefts[node] != 0,
            Gain = (float)_gains[node],
        };
    }

    private TreeNode Node(int node) =>
        new() { Left = 0, Feature = 0, Threshold = 0, MissingGoesLeft = false, Value = 0, Cover = (float)_covers[node], Gain = 0 };

    private float Finite(int node, string what)
    {
        float value = (float)_conditions[node];
        return float.IsFinite(value) ? value : throw _condition.InvalidAt(node, $"expected a finite {what}, found {value}");
    }
}

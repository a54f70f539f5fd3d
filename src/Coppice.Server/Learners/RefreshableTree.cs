using System.Text.Json;

namespace Coppice.Server.Learners;

/// <summary>One tree as arrays over its nodes: fixed structure, movable leaf values and covers.</summary>
internal sealed class RefreshableTree
{
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _feature;
    private readonly bool[] _missingGoesLeft;
    private readonly int[] _parentsBeforeChildren;

    public RefreshableTree(JsonElement tree, int features)
    {
        _left = Integers(tree, "left_children");
        _right = Integers(tree, "right_children");
        _feature = Integers(tree, "split_indices");
        _missingGoesLeft = [.. Integers(tree, "default_left").Select(value => value != 0)];
        Conditions = Floats(tree, "split_conditions");
        Covers = Floats(tree, "sum_hessian");
        BaseWeights = Floats(tree, "base_weights");
        if (new[] { _right.Length, _feature.Length, _missingGoesLeft.Length, Conditions.Length, Covers.Length, BaseWeights.Length }.Any(length => length != Nodes))
        {
            throw new InvalidDataException($"Arrays of {Nodes} nodes were expected in a tree, but one of them is longer or shorter.");
        }

        if (Integers(tree, "split_type").Any(type => type != 0))
        {
            throw new InvalidDataException("Numeric splits were expected, but the model has categorical ones.");
        }

        _parentsBeforeChildren = Order(features);
    }

    /// <summary>The threshold of an inner node, the value of a leaf: XGBoost keeps both in one array.</summary>
    public float[] Conditions { get; }

    public float[] Covers { get; }

    public float[] BaseWeights { get; }

    public int Nodes => _left.Length;

    public bool IsLeaf(int node) => _left[node] < 0;

    /// <summary>The leaf of every row. Comparisons are float32: smaller goes left, equal goes right.</summary>
    public void Route(ReadOnlySpan<float> values, int columns, Span<int> leaves)
    {
        int[] left = _left;
        int[] right = _right;
        int[] feature = _feature;
        float[] conditions = Conditions;
        for (int row = 0; row < leaves.Length; row++)
        {
            ReadOnlySpan<float> inputs = values.Slice(row * columns, columns);
            int node = 0;
            while (left[node] >= 0)
            {
                float value = inputs[feature[node]];
                bool goesLeft = float.IsNaN(value) ? _missingGoesLeft[node] : value < conditions[node];
                node = goesLeft ? left[node] : right[node];
            }

            leaves[row] = node;
        }
    }

    /// <summary>An inner cover is the sum of its children's. Stale ones would falsify contributions without breaking their sum (methods §9.1).</summary>
    public void RecomputeInnerCovers()
    {
        for (int i = _parentsBeforeChildren.Length - 1; i >= 0; i--)
        {
            int node = _parentsBeforeChildren[i];
            if (!IsLeaf(node))
            {
                Covers[node] = Covers[_left[node]] + Covers[_right[node]];
            }
        }
    }

    // Also proves that every path ends: each node is reached once, from inside the arrays.
    private int[] Order(int features)
    {
        var order = new List<int>(Nodes) { 0 };
        for (int i = 0; i < order.Count; i++)
        {
            int node = order[i];
            if (!IsLeaf(node))
            {
                bool isSound = _left[node] < Nodes && _right[node] >= 0 && _right[node] < Nodes
                    && _feature[node] >= 0 && _feature[node] < features && order.Count + 2 <= Nodes;
                if (!isSound)
                {
                    throw new InvalidDataException($"A tree was expected, but node {node} leads outside the {Nodes} nodes, into a circle, or to a feature beyond {features}.");
                }

                order.Add(_left[node]);
                order.Add(_right[node]);
            }
        }

        return [.. order];
    }

    private static int[] Integers(JsonElement tree, string name) =>
        [.. tree.GetProperty(name).EnumerateArray().Select(value => value.ValueKind switch
        {
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            _ => value.GetInt32(),
        })];

    private static float[] Floats(JsonElement tree, string name) => [.. tree.GetProperty(name).EnumerateArray().Select(value => value.GetSingle())];
}

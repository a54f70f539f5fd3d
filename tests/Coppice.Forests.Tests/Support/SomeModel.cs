using System.Globalization;
using System.Text;

namespace Coppice.Forests.Tests.Support;

/// <summary>Random models as XGBoost JSON, with thresholds that rows are likely to equal.</summary>
internal sealed class SomeModel
{
    private static readonly float[] Edges = [0f, -0f, float.Epsilon, -float.Epsilon, 1e-40f, float.MaxValue, -float.MaxValue, 1f, -1f, 0.1f, 16777216f];

    private readonly Random _random;
    private readonly List<float> _thresholds = [.. Edges];

    private SomeModel(int seed)
    {
        _random = new Random(seed);
    }

    public string Json { get; private set; } = "";

    public byte[] Bytes => Encoding.UTF8.GetBytes(Json);

    public int FeatureCount { get; private set; }

    public static SomeModel Of(int seed, int trees, int depth, int features, string objective = "reg:squarederror", string baseScore = "5E-1")
    {
        var model = new SomeModel(seed) { FeatureCount = features };
        string list = string.Join(',', Enumerable.Range(0, trees).Select(tree => model.Tree(tree, depth)));
        model.Json = Learner(list, trees, features, objective, baseScore);
        return model;
    }

    public static string Learner(string trees, int treeCount, int features, string objective, string baseScore) => $$$"""
        {"learner":{"attributes":{},"feature_names":[],"feature_types":[],
        "gradient_booster":{"model":{"gbtree_model_param":{"num_parallel_tree":"1","num_trees":"{{{treeCount}}}","size_leaf_vector":"0"},
        "tree_info":[{{{string.Join(',', Enumerable.Repeat('0', treeCount))}}}],"trees":[{{{trees}}}]},"name":"gbtree"},
        "learner_model_param":{"base_score":"{{{baseScore}}}","boost_from_average":"0","num_class":"0","num_feature":"{{{features}}}","num_target":"1"},
        "objective":{"name":"{{{objective}}}","reg_loss_param":{"scale_pos_weight":"1"},"tweedie_regression_param":{"tweedie_variance_power":"1.5"},
        "poisson_regression_param":{"max_delta_step":"0.7"} } },"version":[1,7,4]}
        """;

    /// <summary>Rows whose values are thresholds, neighbours of thresholds, missing, infinite or random.</summary>
    public float[] Rows(int count, bool infinite)
    {
        var rows = new float[count * FeatureCount];
        foreach (ref float value in rows.AsSpan())
        {
            float threshold = _thresholds[_random.Next(_thresholds.Count)];
            value = _random.Next(10) switch
            {
                0 or 1 => float.NaN,
                2 when infinite => _random.Next(2) == 0 ? float.PositiveInfinity : float.NegativeInfinity,
                2 or 3 or 4 => threshold,
                5 => Finite(MathF.BitDecrement(threshold)),
                6 => Finite(MathF.BitIncrement(threshold)),
                _ => Normal(),
            };
        }

        return rows;
    }

    private string Tree(int id, int maximumDepth)
    {
        List<int> left = [], right = [], parent = [], feature = [], defaultLeft = [];
        List<float> condition = [], cover = [], gain = [];
        Allocate(int.MaxValue);
        Grow(0, maximumDepth, 1 << Math.Min(maximumDepth, 7));
        int count = left.Count;
        string zeros = string.Join(',', Enumerable.Repeat('0', count));
        return $$"""
            {"base_weights":[{{string.Join(',', gain.Select(Write))}}],"categories":[],"categories_nodes":[],"categories_segments":[],"categories_sizes":[],
            "default_left":[{{string.Join(',', defaultLeft)}}],"id":{{id}},"left_children":[{{string.Join(',', left)}}],
            "loss_changes":[{{string.Join(',', gain.Select(Write))}}],"parents":[{{string.Join(',', parent)}}],
            "right_children":[{{string.Join(',', right)}}],"split_conditions":[{{string.Join(',', condition.Select(Write))}}],
            "split_indices":[{{string.Join(',', feature)}}],"split_type":[{{zeros}}],"sum_hessian":[{{string.Join(',', cover.Select(Write))}}],
            "tree_param":{"num_deleted":"0","num_feature":"{{FeatureCount}}","num_nodes":"{{count}}","size_leaf_vector":"0"} }
            """;

        void Allocate(int parentIndex)
        {
            left.Add(-1);
            right.Add(-1);
            parent.Add(parentIndex);
            feature.Add(0);
            defaultLeft.Add(0);
            condition.Add(Normal());
            cover.Add(1);
            gain.Add(0);
        }

        void Grow(int node, int levels, int budget)
        {
            if (levels == 0 || budget < 2 || (levels < maximumDepth && _random.Next(8) == 0))
                return;

            feature[node] = _random.Next(FeatureCount);
            defaultLeft[node] = _random.Next(2);
            condition[node] = Threshold();
            gain[node] = _random.NextSingle();
            left[node] = left.Count;
            right[node] = left.Count + 1;
            Allocate(node);
            Allocate(node);
            int leftBudget = budget < 64 && maximumDepth > 6 ? budget - _random.Next(2) : budget / 2;
            Grow(left[node], levels - 1, leftBudget);
            Grow(right[node], levels - 1, Math.Max(1, budget - leftBudget));
            cover[node] = cover[left[node]] + cover[right[node]];
        }
    }

    private float Threshold()
    {
        float threshold = _random.Next(3) == 0 ? Edges[_random.Next(Edges.Length)] : Normal();
        _thresholds.Add(threshold);
        return threshold;
    }

    private float Normal() => (float)(Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble()));

    private static float Finite(float value) => float.IsFinite(value) ? value : 0;

    /// <summary>Nine digits, which tell every float32, and never as an integer: minus zero would lose its sign.</summary>
    private static string Write(float value) => value.ToString("E8", CultureInfo.InvariantCulture);
}

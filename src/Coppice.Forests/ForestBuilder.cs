using Coppice.Forests.Writing;

namespace Coppice.Forests;

/// <summary>Puts one forest together: trees of other forests, weighted, step functions of single features, and constants.</summary>
public sealed class ForestBuilder
{
    private readonly List<Tree> _trees = [];

    /// <summary>Number of input columns.</summary>
    public required int FeatureCount { get; init; }

    /// <summary>XGBoost's name of the loss.</summary>
    public required string Objective { get; init; }

    /// <summary>The value before any tree has spoken, such as a probability.</summary>
    public required float BaseScore { get; init; }

    /// <summary>Power of the variance where the loss is <c>reg:tweedie</c>.</summary>
    public double TweediePower { get; init; } = 1.5;

    /// <summary>The margin before any tree has spoken.</summary>
    public float BaseMargin => Objectives.ToMargin(
        Objectives.LinkOf(Objective) ?? throw new InvalidOperationException($"expected one of {Objectives.Known}, found {Objective}"), BaseScore);

    public int TreeCount => _trees.Count;

    /// <summary>Adds all trees of <paramref name="forest"/>, every leaf times <paramref name="weight"/>. Its base margin stays behind.</summary>
    public void Add(Forest forest, float weight)
    {
        ArgumentNullException.ThrowIfNull(forest);
        if (forest.FeatureCount != FeatureCount)
            throw new ArgumentException($"expected a forest of {FeatureCount} features, found {forest.FeatureCount}", nameof(forest));
        foreach (Tree tree in forest.Trees)
            _trees.Add(tree with { Nodes = [.. tree.Nodes.Select(node => node.IsLeaf ? node with { Value = weight * node.Value } : node)] });
    }

    /// <summary>Adds one tree that only looks at one feature.</summary>
    public void Add(StepFunction steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        if (steps.Feature < 0 || steps.Feature >= FeatureCount)
            throw new ArgumentException($"expected a feature from 0 to {FeatureCount - 1}, found {steps.Feature}", nameof(steps));
        if (steps.Values.Length != steps.Thresholds.Length + 1 || steps.Covers.Length != steps.Values.Length)
            throw new ArgumentException($"expected {steps.Thresholds.Length + 1} values and covers, found {steps.Values.Length} and {steps.Covers.Length}", nameof(steps));
        _trees.Add(StepTree.Of(steps));
    }

    /// <summary>Adds a tree that says the same to everybody.</summary>
    public void AddConstant(float value, float cover) =>
        _trees.Add(new Tree([new TreeNode { Left = 0, Feature = 0, Threshold = 0, MissingGoesLeft = false, Value = value, Cover = cover, Gain = 0 }], 0));

    /// <summary>The forest as an XGBoost 1.7 model in UBJSON, one tree per round.</summary>
    public byte[] Save() => ModelWriter.Write(this, _trees);
}

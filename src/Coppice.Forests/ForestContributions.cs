using System.Buffers;
using Coppice.Forests.Blocks;
using Coppice.Forests.Contributions;

namespace Coppice.Forests;

/// <summary>
/// Explains margins: how much each feature of a row moved it away from the forest's mean, as exact path-dependent SHAP values
/// (XGBoost's <c>pred_contribs</c>). A row's contributions add up to its margin. Immutable, safe to share between threads.
/// </summary>
public sealed class ForestContributions
{
    private readonly Forest _forest;
    private readonly double _bias;
    private readonly int _pathElements;
    private readonly Lazy<BlockContributions> _blocks;

    /// <summary>Prepares a forest for explaining.</summary>
    /// <exception cref="InvalidForestException">A split has no cover: the weights of its two sides are unknown, as after XGBoost's own refresh.</exception>
    public ForestContributions(Forest forest)
        : this(forest, KernelNames.Chosen())
    {
    }

    /// <summary>The same with one of <see cref="KernelNames"/>.</summary>
    internal ForestContributions(Forest forest, string kernel)
    {
        ArgumentNullException.ThrowIfNull(forest);
        _forest = forest;
        _bias = forest.BaseMargin;
        for (int i = 0; i < forest.TreeCount; i++)
        {
            Tree tree = forest.Trees[i];
            RefuseUnknownCovers(tree, i);
            _bias += Mean(tree);
            _pathElements = Math.Max(_pathElements, TreeContributions.PathElements(tree.Depth));
        }

        _blocks = new Lazy<BlockContributions>(() => new BlockContributions(forest, BlockKernel.Named(kernel) ?? new PortableKernel()));
    }

    /// <summary>Length of one row of contributions: every feature, then the bias.</summary>
    public int Length => _forest.FeatureCount + 1;

    /// <summary>Explains one dense row in float64; NaN is missing. For more than a few rows <see cref="Explain(ReadOnlySpan{float}, Span{float})"/> is many times faster.</summary>
    /// <param name="row">FeatureCount values.</param>
    /// <param name="contributions"><see cref="Length"/> numbers in margin units, one per feature, then the bias: the mean margin under the covers.</param>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public void Explain(ReadOnlySpan<float> row, Span<double> contributions)
    {
        if (row.Length != _forest.FeatureCount)
            throw new ArgumentException($"expected {_forest.FeatureCount} values, found {row.Length}", nameof(row));
        if (contributions.Length != Length)
            throw new ArgumentException($"expected room for {Length} contributions, found {contributions.Length}", nameof(contributions));

        contributions.Clear();
        Add(_forest.Trees, row, contributions);
        contributions[^1] = _bias;
    }

    /// <summary>Explains dense rows in float32, as XGBoost does; NaN is missing. The first call lays out tables of up to 32 MB.</summary>
    /// <param name="rows">Row-major, FeatureCount values each.</param>
    /// <param name="contributions">Row-major, <see cref="Length"/> numbers each, in margin units.</param>
    /// <exception cref="ArgumentException">The lengths do not match.</exception>
    public void Explain(ReadOnlySpan<float> rows, Span<float> contributions)
    {
        int count = rows.Length / _forest.FeatureCount;
        if (rows.Length != (long)count * _forest.FeatureCount)
            throw new ArgumentException($"expected rows of {_forest.FeatureCount} values, found {rows.Length} values", nameof(rows));
        if (contributions.Length != (long)count * Length)
            throw new ArgumentException($"expected room for {count} rows of {Length} contributions, found {contributions.Length}", nameof(contributions));

        BlockContributions blocks = _blocks.Value;
        blocks.Explain(rows, count, contributions);
        double[] ofLarge = ArrayPool<double>.Shared.Rent(Length);
        for (int row = 0; row < count; row++)
        {
            Span<float> ofRow = contributions.Slice(row * Length, Length);
            ofRow[^1] = (float)_bias;
            if (blocks.Large.Length == 0)
                continue;
            Array.Clear(ofLarge, 0, Length);
            Add(blocks.Large, rows.Slice(row * _forest.FeatureCount, _forest.FeatureCount), ofLarge);
            for (int feature = 0; feature < _forest.FeatureCount; feature++)
                ofRow[feature] += (float)ofLarge[feature];
        }

        ArrayPool<double>.Shared.Return(ofLarge);
    }

    private void Add(IReadOnlyList<Tree> trees, ReadOnlySpan<float> row, Span<double> contributions)
    {
        PathElement[] path = ArrayPool<PathElement>.Shared.Rent(_pathElements);
        for (int i = 0; i < trees.Count; i++)
            new TreeContributions(trees[i], row, contributions).Add(path);
        ArrayPool<PathElement>.Shared.Return(path);
    }

    private static double Mean(Tree tree)
    {
        var means = new double[tree.Nodes.Length];
        // Children come after their parent, so backwards they are ready before it.
        for (int i = means.Length - 1; i >= 0; i--)
        {
            TreeNode node = tree.Nodes[i];
            means[i] = node.IsLeaf
                ? node.Value
                : ((means[node.Left] * tree.Nodes[node.Left].Cover) + (means[node.Right] * tree.Nodes[node.Right].Cover)) / node.Cover;
        }

        return means[0];
    }

    private static void RefuseUnknownCovers(Tree tree, int index)
    {
        foreach (TreeNode node in tree.Nodes)
        {
            if (!float.IsFinite(node.Cover) || node.Cover < 0 || (node.Cover == 0 && !node.IsLeaf))
                throw new InvalidForestException($"trees[{index}].sum_hessian", $"contributions need a positive cover at every split, found {node.Cover}");
        }
    }
}

using System.Buffers;
using Coppice.Forests.Contributions;

namespace Coppice.Forests;

/// <summary>
/// Explains margins: how much each feature of a row moved it away from the forest's mean, as exact path-dependent SHAP values
/// (XGBoost's <c>pred_contribs</c>). A row's contributions add up to its margin. Immutable, safe to share between threads.
/// </summary>
public sealed class ForestContributions
{
    /// <summary>Numbers that may be kept to answer faster, 16 MB.</summary>
    private const int MostNumbers = 2_000_000;

    private readonly Forest _forest;
    private readonly double _bias;
    private readonly TreeTable[] _tables;
    private readonly Tree[] _large;
    private readonly int _pathElements;

    /// <summary>Prepares a forest for explaining.</summary>
    /// <exception cref="InvalidForestException">A split has no cover: the weights of its two sides are unknown, as after XGBoost's own refresh.</exception>
    public ForestContributions(Forest forest)
    {
        ArgumentNullException.ThrowIfNull(forest);
        _forest = forest;
        _bias = forest.BaseMargin;
        var tables = new List<TreeTable>();
        var large = new List<Tree>();
        int numbers = 0;
        for (int i = 0; i < forest.TreeCount; i++)
        {
            Tree tree = forest.Trees[i];
            RefuseUnknownCovers(tree, i);
            _bias += Mean(tree);
            if (tree.Depth <= TreeTable.DeepestTree && numbers < MostNumbers)
            {
                tables.Add(TreeTable.Of(tree));
                numbers += tables[^1].Size;
                continue;
            }

            large.Add(tree);
            _pathElements = Math.Max(_pathElements, TreeContributions.PathElements(tree.Depth));
        }

        _tables = [.. tables];
        _large = [.. large];
    }

    /// <summary>Length of one row of contributions: every feature, then the bias.</summary>
    public int Length => _forest.FeatureCount + 1;

    /// <summary>Explains one dense row; NaN is missing.</summary>
    /// <param name="row">FeatureCount values.</param>
    /// <param name="contributions"><see cref="Length"/> numbers in margin units, one per feature, then the bias: the mean margin under the covers.</param>
    public void Explain(ReadOnlySpan<float> row, Span<double> contributions)
    {
        if (row.Length != _forest.FeatureCount)
            throw new ArgumentException($"expected {_forest.FeatureCount} values, found {row.Length}", nameof(row));
        if (contributions.Length != Length)
            throw new ArgumentException($"expected room for {Length} contributions, found {contributions.Length}", nameof(contributions));

        contributions.Clear();
        foreach (TreeTable table in _tables)
            table.Add(row, contributions);
        PathElement[] path = ArrayPool<PathElement>.Shared.Rent(_pathElements);
        foreach (Tree tree in _large)
            new TreeContributions(tree, row, contributions).Add(path);
        ArrayPool<PathElement>.Shared.Return(path);
        contributions[^1] = _bias;
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

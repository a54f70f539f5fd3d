using System.Runtime.InteropServices;
using Coppice.Forests.Blocks;

namespace Coppice.Forests.Contributions;

/// <summary>The leaves of a forest with their tables, and the trees that have too many features on one way for a table.</summary>
internal sealed class LeafTables
{
    /// <summary>Numbers that may be kept, 32 MB.</summary>
    private const int MostNumbers = 8_000_000;

    private readonly ConditionTable _conditions;
    private readonly Dictionary<int, int> _columnOfFeature = [];
    private readonly List<TabledLeaf> _leaves = [];
    private readonly List<LeafTest> _tests = [];
    private readonly List<float> _numbers = [];
    private readonly List<int> _columns = [];

    public LeafTables(Forest forest, ConditionTable conditions)
    {
        _conditions = conditions;
        var large = new List<Tree>();
        foreach (Tree tree in forest.Trees)
        {
            if (_numbers.Count < MostNumbers && MostFeatures(tree, 0, []) <= LeafShares.MostFeatures)
                Add(tree, 0, [], []);
            else
                large.Add(tree);
        }

        Large = [.. large];
        Leaves = [.. _leaves];
        Tests = [.. _tests];
        Numbers = [.. _numbers];
        Columns = [.. _columns];
        Features = [.. _columnOfFeature.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
    }

    public Tree[] Large { get; }

    public TabledLeaf[] Leaves { get; }

    public LeafTest[] Tests { get; }

    public float[] Numbers { get; }

    public int[] Columns { get; }

    /// <summary>The feature of each column.</summary>
    public int[] Features { get; }

    private static int MostFeatures(Tree tree, int index, HashSet<int> met)
    {
        TreeNode node = tree.Nodes[index];
        if (node.IsLeaf || met.Count > LeafShares.MostFeatures)
            return met.Count;
        bool isNew = met.Add(node.Feature);
        int most = Math.Max(MostFeatures(tree, node.Left, met), MostFeatures(tree, node.Right, met));
        if (isNew)
            met.Remove(node.Feature);
        return most;
    }

    /// <summary>Lays out what is below a node.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="index">The node.</param>
    /// <param name="met">The features on the way to it, and the share of covers that goes its way when the feature is unknown.</param>
    /// <param name="tests">The splits on the way to it.</param>
    private void Add(Tree tree, int index, (int Feature, double UnknownShare)[] met, LeafTest[] tests)
    {
        TreeNode node = tree.Nodes[index];
        if (node.IsLeaf)
        {
            AddLeaf(met, tests, node.Value);
            return;
        }

        int place = Array.FindIndex(met, m => m.Feature == node.Feature);
        if (place < 0)
        {
            place = met.Length;
            met = [.. met, (node.Feature, 1)];
        }

        foreach (int child in (ReadOnlySpan<int>)[node.Left, node.Right])
        {
            var onward = met.ToArray();
            onward[place].UnknownShare *= (double)tree.Nodes[child].Cover / node.Cover;
            // A condition that is true leads away from where missing goes.
            bool isTrue = (child == node.Left) != node.MissingGoesLeft;
            Add(tree, child, onward, [.. tests, new LeafTest(_conditions.NumberOf(node), place, isTrue ? ulong.MaxValue : 0)]);
        }
    }

    private void AddLeaf((int Feature, double UnknownShare)[] met, LeafTest[] tests, double value)
    {
        if (met.Length == 0 || value == 0)
            return;
        _leaves.Add(new TabledLeaf(met.Length, _tests.Count, tests.Length, _numbers.Count, _columns.Count));
        _tests.AddRange(tests);
        foreach ((int feature, _) in met)
        {
            if (!_columnOfFeature.TryGetValue(feature, out int column))
                _columnOfFeature.Add(feature, column = _columnOfFeature.Count);
            _columns.Add(column);
        }

        int stride = BlockTrees.LeavesOf(met.Length), first = _numbers.Count;
        CollectionsMarshal.SetCount(_numbers, first + (met.Length * stride));
        Span<float> numbers = CollectionsMarshal.AsSpan(_numbers)[first..];
        numbers.Clear();
        LeafShares.Write(Array.ConvertAll(met, m => m.UnknownShare), value, stride, numbers);
    }
}

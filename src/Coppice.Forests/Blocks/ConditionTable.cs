namespace Coppice.Forests.Blocks;

/// <summary>
/// Every comparison that a forest makes, once: trees share many of them. Those that ask for at least a threshold come first. Number 0 is
/// true of no row; the others count from 1.
/// </summary>
internal sealed class ConditionTable
{
    private readonly Dictionary<Condition, int> _numbers = [];

    public ConditionTable(Forest forest, ColumnMap columns)
    {
        Condition[] conditions =
        [
            .. forest.Trees.SelectMany(tree => tree.Nodes).Where(node => !node.IsLeaf).Select(Condition.Of).Distinct()
                .OrderBy(c => c.MissingGoesLeft ? 0 : 1).ThenBy(c => c.Feature).ThenBy(c => c.Threshold),
        ];
        Thresholds = Array.ConvertAll(conditions, c => c.Threshold);
        Places = Array.ConvertAll(conditions, c => columns[c.Feature] * Block.Rows);
        AtLeast = Array.FindAll(conditions, c => c.MissingGoesLeft).Length;
        for (int i = 0; i < conditions.Length; i++)
            _numbers.Add(conditions[i], i + 1);
    }

    /// <summary>How many conditions ask for at least the threshold; the rest asks for less.</summary>
    public int AtLeast { get; }

    public float[] Thresholds { get; }

    /// <summary>Where the column of each condition begins, counted in values.</summary>
    public int[] Places { get; }

    /// <summary>Conditions, with the one that is never true.</summary>
    public int Count => Thresholds.Length + 1;

    public int NumberOf(TreeNode split) => _numbers[Condition.Of(split)];
}

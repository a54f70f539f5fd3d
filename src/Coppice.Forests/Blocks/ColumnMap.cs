namespace Coppice.Forests.Blocks;

/// <summary>
/// Where the features of a forest stand when rows have been turned into columns. Neighbours are turned four at a time, so features come
/// in groups of four that follow one another in a row; a group without a feature that some split uses is left out.
/// </summary>
internal sealed class ColumnMap
{
    /// <summary>Features of a group.</summary>
    public const int Together = 4;

    private readonly int[] _columnOfFeature;

    public ColumnMap(Forest forest)
    {
        _columnOfFeature = new int[forest.FeatureCount];
        Array.Fill(_columnOfFeature, -1);
        var firsts = new List<int>();
        int next = 0;
        foreach (int feature in forest.Trees.SelectMany(tree => tree.Nodes).Where(node => !node.IsLeaf).Select(node => node.Feature).Distinct().Order())
        {
            if (feature < next)
                continue;
            // The last group begins early enough to end with the row.
            int first = Math.Max(0, Math.Min(feature, forest.FeatureCount - Together));
            next = Math.Min(first + Together, forest.FeatureCount);
            for (int member = first; member < next; member++)
                _columnOfFeature[member] = (firsts.Count * Together) + member - first;
            firsts.Add(first);
        }

        Firsts = [.. firsts];
    }

    /// <summary>The first feature of each group.</summary>
    public int[] Firsts { get; }

    public int Count => Firsts.Length * Together;

    /// <summary>The column of a feature, or -1 where no split needs it.</summary>
    public int this[int feature] => _columnOfFeature[feature];
}

namespace Coppice.Forests.Contributions;

/// <summary>
/// The contributions of a small tree, worked out beforehand: a leaf adds to the features on its way amounts that depend only on which of
/// them lead the row elsewhere, so a table of all combinations answers any row. The values are those of <see cref="TreeContributions"/>.
/// </summary>
internal sealed class TreeTable
{
    /// <summary>Deeper trees have too many combinations.</summary>
    public const int DeepestTree = 6;

    private readonly Place[] _places;
    private readonly int[] _features;
    private readonly double[] _numbers;

    private TreeTable(Builder built)
    {
        _places = built.Places;
        _features = [.. built.Features];
        _numbers = [.. built.Numbers];
    }

    /// <summary>Numbers in the table.</summary>
    public int Size => _numbers.Length;

    /// <summary>The table of a tree of at most <see cref="DeepestTree"/> levels.</summary>
    public static TreeTable Of(Tree tree)
    {
        var built = new Builder(tree.Nodes);
        built.Visit(0, []);
        return new TreeTable(built);
    }

    public void Add(ReadOnlySpan<float> row, Span<double> contributions)
    {
        // Per node, a bit for every feature on its way that leads the row elsewhere.
        Span<int> astray = stackalloc int[(2 << DeepestTree) - 1];
        astray[0] = 0;
        for (int i = 0; i < _places.Length; i++)
        {
            ref readonly Place place = ref _places[i];
            if (place.Left == 0)
            {
                int first = place.FirstNumber + (astray[i] * place.Count);
                for (int k = 0; k < place.Count; k++)
                    contributions[_features[place.FirstFeature + k]] += _numbers[first + k];
                continue;
            }

            float value = row[place.Feature];
            bool left = float.IsNaN(value) ? place.MissingGoesLeft : value < place.Threshold;
            astray[place.Left] = left ? astray[i] : astray[i] | place.Bit;
            astray[place.Left + 1] = left ? astray[i] | place.Bit : astray[i];
        }
    }

    /// <summary>A split with the bit of its feature, or a leaf (<see cref="Left"/> is 0) with the features on its way and its numbers.</summary>
    private readonly record struct Place(int Left, int Feature, float Threshold, bool MissingGoesLeft, int Bit, int FirstFeature, int Count, int FirstNumber);

    private sealed class Builder(TreeNode[] nodes)
    {
        public Place[] Places { get; } = new Place[nodes.Length];

        public List<int> Features { get; } = [];

        public List<double> Numbers { get; } = [];

        /// <summary>Lays out a node and what is below it.</summary>
        /// <param name="index">The node.</param>
        /// <param name="met">The features on the way to it, and the share of covers that goes its way when the feature is unknown.</param>
        public void Visit(int index, (int Feature, double UnknownShare)[] met)
        {
            TreeNode node = nodes[index];
            if (node.IsLeaf)
            {
                Places[index] = new Place(0, 0, 0, false, 0, Features.Count, met.Length, Numbers.Count);
                Features.AddRange(met.Select(m => m.Feature));
                for (int astray = 0; met.Length > 0 && astray < 1 << met.Length; astray++)
                    AddCombination(met, astray, node.Value);
                return;
            }

            int slot = Array.FindIndex(met, m => m.Feature == node.Feature);
            if (slot < 0)
            {
                slot = met.Length;
                met = [.. met, (node.Feature, 1)];
            }

            Places[index] = new Place(node.Left, node.Feature, node.Threshold, node.MissingGoesLeft, 1 << slot, 0, 0, 0);
            foreach (int child in (ReadOnlySpan<int>)[node.Left, node.Right])
            {
                var onward = met.ToArray();
                onward[slot].UnknownShare *= (double)nodes[child].Cover / node.Cover;
                Visit(child, onward);
            }
        }

        private void AddCombination((int Feature, double UnknownShare)[] met, int astray, double value)
        {
            // Where neither known nor unknown leads here, the leaf has no weight whatever else is known.
            bool isDead = met.Where((m, i) => m.UnknownShare == 0 && (astray & (1 << i)) != 0).Any();
            FeaturePath path = new FeaturePath(new PathElement[met.Length + 1], 0).Extend(-1, 1, 1);
            for (int i = 0; i < met.Length && !isDead; i++)
                path = path.Extend(met[i].Feature, met[i].UnknownShare, (astray & (1 << i)) == 0 ? 1 : 0);
            for (int i = 1; i <= met.Length; i++)
                Numbers.Add(isDead ? 0 : path.WeightWithout(i) * (path[i].KnownShare - path[i].UnknownShare) * value);
        }
    }
}

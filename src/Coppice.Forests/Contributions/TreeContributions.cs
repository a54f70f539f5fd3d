namespace Coppice.Forests.Contributions;

/// <summary>
/// Path-dependent TreeSHAP, exact, in double (Lundberg et al., "Consistent individualized feature attribution for tree ensembles", algorithm 2).
/// </summary>
internal readonly ref struct TreeContributions(Tree tree, ReadOnlySpan<float> row, Span<double> contributions)
{
    private readonly TreeNode[] _nodes = tree.Nodes;
    private readonly ReadOnlySpan<float> _row = row;
    private readonly Span<double> _contributions = contributions;

    /// <summary>Elements that the copies of a path of <paramref name="depth"/> splits and its root need: one path per level, each one longer.</summary>
    public static int PathElements(int depth) => (depth + 2) * (depth + 3) / 2;

    public void Add(Span<PathElement> elements)
    {
        if (!_nodes[0].IsLeaf)
            Visit(0, new FeaturePath(elements, 0), -1, 1, 1);
    }

    private void Visit(int index, FeaturePath parent, int feature, double unknownShare, double knownShare)
    {
        // Neither known nor unknown leads here: nothing below has weight, and to unwind the element would divide zero by zero.
        if (unknownShare == 0 && knownShare == 0)
            return;

        FeaturePath path = parent.Copy().Extend(feature, unknownShare, knownShare);
        TreeNode node = _nodes[index];
        if (node.IsLeaf)
        {
            for (int i = 1; i < path.Length; i++)
                _contributions[path[i].Feature] += path.WeightWithout(i) * (path[i].KnownShare - path[i].UnknownShare) * node.Value;
            return;
        }

        // A feature met before: its two elements become one.
        double earlierUnknown = 1, earlierKnown = 1;
        int earlier = path.IndexOf(node.Feature);
        if (earlier >= 0)
        {
            (earlierUnknown, earlierKnown) = (path[earlier].UnknownShare, path[earlier].KnownShare);
            path = path.Unwind(earlier);
        }

        float value = _row[node.Feature];
        bool left = float.IsNaN(value) ? node.MissingGoesLeft : value < node.Threshold;
        Visit(node.Left, path, node.Feature, earlierUnknown * _nodes[node.Left].Cover / node.Cover, left ? earlierKnown : 0);
        Visit(node.Right, path, node.Feature, earlierUnknown * _nodes[node.Right].Cover / node.Cover, left ? 0 : earlierKnown);
    }
}

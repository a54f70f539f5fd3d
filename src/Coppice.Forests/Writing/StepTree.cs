namespace Coppice.Forests.Writing;

/// <summary>A step function as a tree of its one feature.</summary>
internal static class StepTree
{
    public static Tree Of(StepFunction steps)
    {
        var nodes = new List<TreeNode>();
        var depths = new List<int>();
        var waiting = new Queue<(int First, int Last, int Depth)>();
        const int OnlyMissing = -1;
        if (steps.Missing is not null)
        {
            // No finite number is below this threshold, so only a missing value goes left.
            nodes.Add(Split(steps.Feature, float.MinValue, missingGoesLeft: true, left: 1));
            depths.Add(0);
            waiting.Enqueue((OnlyMissing, OnlyMissing, 1));
        }

        waiting.Enqueue((0, steps.Values.Length - 1, depths.Count));
        int met = nodes.Count + waiting.Count;
        while (waiting.TryDequeue(out var range))
        {
            var (first, last, depth) = range;
            depths.Add(depth);
            if (first == last)
            {
                nodes.Add(first == OnlyMissing ? Leaf(steps.Missing!.Value.Value, steps.Missing.Value.Cover) : Leaf(steps.Values[first], steps.Covers[first]));
                continue;
            }

            int middle = (first + last) / 2;
            bool leftIsHeavier = Sum(steps.Covers, first, middle) > Sum(steps.Covers, middle + 1, last);
            nodes.Add(Split(steps.Feature, steps.Thresholds[middle], leftIsHeavier, met));
            met += 2;
            waiting.Enqueue((first, middle, depth + 1));
            waiting.Enqueue((middle + 1, last, depth + 1));
        }

        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            if (!nodes[i].IsLeaf)
                nodes[i] = nodes[i] with { Cover = nodes[nodes[i].Left].Cover + nodes[nodes[i].Right].Cover };
        }

        return new Tree([.. nodes], depths.Max());
    }

    private static float Sum(float[] covers, int first, int last) => covers[first..(last + 1)].Sum();

    private static TreeNode Leaf(float value, float cover) =>
        new() { Left = 0, Feature = 0, Threshold = 0, MissingGoesLeft = false, Value = value, Cover = cover, Gain = 0 };

    private static TreeNode Split(int feature, float threshold, bool missingGoesLeft, int left) =>
        new() { Left = left, Feature = feature, Threshold = threshold, MissingGoesLeft = missingGoesLeft, Value = 0, Cover = 0, Gain = 0 };
}

namespace Coppice.Server.Statistics;

/// <summary>
/// The rising step function nearest to the targets, joined linearly between its knots and level outside them. Fitted by pooling
/// adjacent violators, tied inputs averaged first; knots inside a level stretch are dropped.
/// </summary>
public static class IsotonicRegression
{
    public static (double[] Knots, double[] Values) Fit(ReadOnlySpan<double> inputs, ReadOnlySpan<double> targets)
    {
        if (inputs.Length != targets.Length)
            throw new ArgumentException($"Expected {inputs.Length} targets, one for each input, found {targets.Length}.", nameof(targets));
        int[] order = OrderStatistics.AscendingOrder(inputs);
        var blocks = new List<Block>();
        for (int start = 0; start < order.Length;)
        {
            int end = OrderStatistics.EndOfTies(inputs, order, start);
            double sum = 0;
            for (int i = start; i < end; i++)
                sum += targets[order[i]];
            double input = inputs[order[start]];
            var block = new Block(input, input, sum, end - start);
            while (blocks.Count > 0 && blocks[^1].Mean >= block.Mean)
            {
                block = new Block(blocks[^1].First, block.Last, blocks[^1].Sum + block.Sum, blocks[^1].Rows + block.Rows);
                blocks.RemoveAt(blocks.Count - 1);
            }
            blocks.Add(block);
            start = end;
        }
        List<double> knots = [];
        List<double> values = [];
        foreach (Block block in blocks)
        {
            knots.Add(block.First);
            values.Add(block.Mean);
            if (block.Last > block.First)
            {
                knots.Add(block.Last);
                values.Add(block.Mean);
            }
        }
        return ([.. knots], [.. values]);
    }

    public static double Interpolate(ReadOnlySpan<double> knots, ReadOnlySpan<double> values, double input)
    {
        int found = knots.BinarySearch(input);
        if (found >= 0)
            return values[found];
        int above = ~found;
        if (above == 0)
            return values[0];
        if (above == knots.Length)
            return values[^1];
        double share = (input - knots[above - 1]) / (knots[above] - knots[above - 1]);
        return values[above - 1] + (share * (values[above] - values[above - 1]));
    }

    private readonly record struct Block(double First, double Last, double Sum, int Rows)
    {
        public double Mean => Sum / Rows;
    }
}

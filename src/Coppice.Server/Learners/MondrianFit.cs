using Coppice.Server.Statistics;

namespace Coppice.Server.Learners;

/// <summary>Fits the intervals of a version on its validation rows.</summary>
public static class MondrianFit
{
    /// <summary>Fewer residuals than this say too little about either tail of a bin.</summary>
    public const int FewestRows = 100;

    private const int MostBins = 10;

    /// <summary>Ten bins of equal counts, fewer where rows are few; below a hundred rows one bin, the same distance up and down.</summary>
    public static MondrianIntervals Of(ReadOnlySpan<double> answers, ReadOnlySpan<double> amounts)
    {
        if (answers.Length != amounts.Length)
            throw new ArgumentException($"Expected {answers.Length} amounts, one for each answer, found {amounts.Length}.", nameof(amounts));
        double[] residuals = new double[answers.Length];
        for (int row = 0; row < residuals.Length; row++)
            residuals[row] = Math.Log(1 + Math.Max(0, amounts[row])) - Math.Log(1 + answers[row]);
        if (residuals.Length < FewestRows)
        {
            double[] sizes = [.. residuals.Select(Math.Abs).Order()];
            return new MondrianIntervals { Edges = [], Bins = [ResidualTails.Symmetric(sizes)] };
        }

        int[] order = OrderStatistics.AscendingOrder(answers);
        int[] starts = Starts(answers, order);
        var edges = new double[starts.Length - 1];
        var bins = new ResidualTails[starts.Length];
        for (int bin = 0; bin < bins.Length; bin++)
        {
            int end = bin + 1 < starts.Length ? starts[bin + 1] : order.Length;
            double[] sorted = [.. order[starts[bin]..end].Select(row => residuals[row]).Order()];
            bins[bin] = ResidualTails.TwoSided(sorted, Nothing(amounts, order.AsSpan(starts[bin], end - starts[bin])));
            if (bin > 0)
                edges[bin - 1] = answers[order[starts[bin]]];
        }

        return new MondrianIntervals { Edges = edges, Bins = bins };
    }

    private static int Nothing(ReadOnlySpan<double> amounts, ReadOnlySpan<int> rows)
    {
        int count = 0;
        foreach (int row in rows)
            count += amounts[row] <= 0 ? 1 : 0;
        return count;
    }

    /// <summary>
    /// Where each bin begins among the sorted rows. Equal answers stay together, and bins are merged from the top down, so that what is
    /// left over joins the lowest: the largest customers matter most.
    /// </summary>
    private static int[] Starts(ReadOnlySpan<double> answers, int[] order)
    {
        var starts = new List<int>();
        int above = order.Length;
        for (int bin = MostBins - 1; bin > 0; bin--)
        {
            int cut = (int)((long)bin * order.Length / MostBins);
            while (cut > 0 && answers[order[cut]] == answers[order[cut - 1]])
                cut--;
            if (above - cut < FewestRows || cut < FewestRows)
                continue;
            starts.Add(cut);
            above = cut;
        }

        starts.Add(0);
        starts.Reverse();
        return [.. starts];
    }
}

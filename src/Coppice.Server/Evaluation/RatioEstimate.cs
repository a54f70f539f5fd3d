namespace Coppice.Server.Evaluation;

/// <summary>The ratio of two sums over the same rows, with an error that knows that one customer's rows go together.</summary>
public static class RatioEstimate
{
    /// <summary>Null where the sum below is not positive or there are fewer than two customers.</summary>
    public static MetricEstimate? Of(LabelledRows rows, ReadOnlySpan<double> above, ReadOnlySpan<double> below)
    {
        double top = 0;
        double bottom = 0;
        for (int row = 0; row < above.Length; row++)
        {
            top += above[row];
            bottom += below[row];
        }

        if (!(bottom > 0))
            return null;
        double ratio = top / bottom;
        double[] influences = new double[above.Length];
        for (int row = 0; row < influences.Length; row++)
            influences[row] = (above[row] - (ratio * below[row])) * influences.Length / bottom;
        return MetricEstimate.Of(ratio, rows.Clusters.StandardErrorOfMean(influences));
    }
}

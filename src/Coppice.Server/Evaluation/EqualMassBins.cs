using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>
/// Rows sorted by score and cut into equal counts, lowest scores first. Tied scores share their mean label, so that a constant
/// prediction has flat bins whatever the order of the rows.
/// </summary>
public static class EqualMassBins
{
    /// <summary>Bin k holds sorted rows [k n / count, (k + 1) n / count); fewer bins when there are fewer rows.</summary>
    public static CalibrationBin[] Of(LabelledRows rows, ReadOnlySpan<double> scores, ReadOnlySpan<int> order, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        count = Math.Min(count, order.Length);
        double[] labels = LabelsInOrder(rows, scores, order);
        var bins = new CalibrationBin[count];
        for (int bin = 0; bin < count; bin++)
        {
            int start = (int)((long)bin * order.Length / count);
            int end = (int)((long)(bin + 1) * order.Length / count);
            double predicted = 0;
            double actual = 0;
            for (int i = start; i < end; i++)
            {
                predicted += scores[order[i]];
                actual += labels[i];
            }
            bins[bin] = new CalibrationBin(end - start, predicted / (end - start), actual / (end - start));
        }
        return bins;
    }

    /// <summary>The share of the labels' total that the rows with the highest scores hold; null when the total is not positive.</summary>
    public static double? TopShare(LabelledRows rows, ReadOnlySpan<double> scores, ReadOnlySpan<int> order, double fraction)
    {
        if (!(rows.Mean > 0) || rows.HasNegativeLabels)
            return null;
        double[] weights = TopWeights(scores, order, fraction);
        double held = 0;
        for (int row = 0; row < weights.Length; row++)
            held += weights[row] * rows.Labels[row];
        return held / (rows.Mean.Value * rows.Count);
    }

    /// <summary>1 for rows with the highest scores, 0 for the others; rows tied where the two meet share what is left.</summary>
    internal static double[] TopWeights(ReadOnlySpan<double> scores, ReadOnlySpan<int> order, double fraction)
    {
        double[] weights = new double[order.Length];
        if (order.IsEmpty)
            return weights;
        int first = order.Length - CountOf(fraction, order.Length);
        int start = first;
        while (start > 0 && scores[order[start - 1]] == scores[order[first]])
            start--;
        int end = OrderStatistics.EndOfTies(scores, order, start);
        for (int i = start; i < order.Length; i++)
            weights[order[i]] = i < end ? (double)(end - first) / (end - start) : 1;
        return weights;
    }

    /// <summary>How many rows a top fraction is: rounded down, at least one.</summary>
    internal static int CountOf(double fraction, int rows) => Math.Max(1, (int)((fraction * rows) + 1e-9));

    private static double[] LabelsInOrder(LabelledRows rows, ReadOnlySpan<double> scores, ReadOnlySpan<int> order)
    {
        ReadOnlySpan<double> labels = rows.Labels;
        var sorted = new double[order.Length];
        for (int start = 0; start < order.Length;)
        {
            int end = OrderStatistics.EndOfTies(scores, order, start);
            double sum = 0;
            for (int i = start; i < end; i++)
                sum += labels[order[i]];
            Array.Fill(sorted, sum / (end - start), start, end - start);
            start = end;
        }
        return sorted;
    }
}

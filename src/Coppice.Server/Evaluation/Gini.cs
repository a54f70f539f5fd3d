using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>
/// Normalised Gini: how well scores order the amounts, 1 being as well as the amounts order themselves (methods 7.4).
/// It equals 2 AUC - 1 when the amounts are 0 and 1.
/// </summary>
public sealed class Gini
{
    private readonly double[] _influences;

    private Gini(double value, double[] influences)
    {
        Value = value;
        _influences = influences;
    }

    public double Value { get; }

    /// <summary>Per-row influences whose mean is zero; their clustered error of the mean is the error of the value.</summary>
    public ReadOnlySpan<double> Influences => _influences;

    /// <summary>Null when an amount is negative, when all are equal, or without rows.</summary>
    public static Gini? Of(LabelledRows rows, ReadOnlySpan<double> scores)
    {
        if (!(rows.Mean > 0) || rows.HasNegativeLabels)
            return null;
        var influences = new double[rows.Count];
        var ideal = new double[rows.Count];
        double achieved = Concentration(rows, scores, influences);
        double best = Concentration(rows, rows.Labels, ideal);
        if (best <= 0)
            return null;
        double normalised = achieved / best;
        for (int row = 0; row < influences.Length; row++)
            influences[row] = (influences[row] - (normalised * ideal[row])) / best;
        return new Gini(normalised, influences);
    }

    /// <summary>
    /// 2 sum(rank y) / (n sum y) - (n + 1) / n, and its influence function. With F the midrank distribution of the scores and
    /// A = E[y F(s)]: the row's own part is y F(s) - A, its part in the ranks of others is E[y; score above] - A, and the mean amount is estimated too.
    /// </summary>
    private static double Concentration(LabelledRows rows, ReadOnlySpan<double> scores, double[] influences)
    {
        ReadOnlySpan<double> labels = rows.Labels;
        int[] order = OrderStatistics.AscendingOrder(scores);
        double count = rows.Count;
        double mean = rows.Mean!.Value;
        double total = mean * count;
        double rankedSum = 0;
        double amountBelow = 0;
        for (int start = 0; start < order.Length;)
        {
            int end = OrderStatistics.EndOfTies(scores, order, start);
            double tiedAmount = 0;
            for (int i = start; i < end; i++)
                tiedAmount += labels[order[i]];
            double midrank = (start + 1 + end) / 2.0;
            double share = (midrank - 0.5) / count;
            double amountAbove = (total - amountBelow - (0.5 * tiedAmount)) / count;
            for (int i = start; i < end; i++)
                influences[order[i]] = (labels[order[i]] * share) + amountAbove;
            rankedSum += midrank * tiedAmount;
            amountBelow += tiedAmount;
            start = end;
        }
        double concentration = (2 * rankedSum / (count * total)) - ((count + 1) / count);
        double ranked = (concentration + 1) * mean / 2;
        for (int row = 0; row < influences.Length; row++)
            influences[row] = (2 / mean * (influences[row] - (2 * ranked))) - (2 * ranked / (mean * mean) * (labels[row] - mean));
        return concentration;
    }
}

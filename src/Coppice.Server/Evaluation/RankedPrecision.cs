using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>Precision along the ranking from the highest score down.</summary>
public static class RankedPrecision
{
    /// <summary>Average precision: each step of recall weighted by the precision reached there, tied scores as one step. Null without positives.</summary>
    public static double? Average(LabelledRows rows, ReadOnlySpan<double> scores, ReadOnlySpan<int> order)
    {
        if (rows.Positives == 0)
            return null;
        ReadOnlySpan<double> labels = rows.Labels;
        // Walked upwards: the rows from the start of a tie run to the end are those at or above its score.
        double sum = 0;
        int positivesLeft = rows.Positives;
        for (int start = 0; start < order.Length;)
        {
            int end = OrderStatistics.EndOfTies(scores, order, start);
            int tiedPositives = 0;
            for (int i = start; i < end; i++)
                tiedPositives += labels[order[i]] > 0 ? 1 : 0;
            sum += tiedPositives * ((double)positivesLeft / (order.Length - start));
            positivesLeft -= tiedPositives;
            start = end;
        }
        return sum / rows.Positives;
    }
}

using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>
/// AUC with DeLong's components: for a positive row the share of negatives it outranks, for a negative row the share of positives
/// that outrank it, ties counting one half (methods 1.2; Sun and Xu 2014). One sort, one sweep.
/// </summary>
public sealed class AucPlacements
{
    private readonly double[] _placements;

    private AucPlacements(double auc, double[] placements)
    {
        Auc = auc;
        _placements = placements;
    }

    public double Auc { get; }

    public ReadOnlySpan<double> OfRows => _placements;

    /// <summary>Null when one of the classes is absent.</summary>
    public static AucPlacements? Of(LabelledRows rows, ReadOnlySpan<double> scores) =>
        Of(rows, scores, OrderStatistics.AscendingOrder(scores));

    internal static AucPlacements? Of(LabelledRows rows, ReadOnlySpan<double> scores, ReadOnlySpan<int> order)
    {
        double positives = rows.Positives;
        double negatives = rows.Negatives;
        if (positives == 0 || negatives == 0)
            return null;
        ReadOnlySpan<double> labels = rows.Labels;
        var placements = new double[labels.Length];
        double wins = 0;
        double positivesBelow = 0;
        double negativesBelow = 0;
        for (int start = 0; start < order.Length;)
        {
            int end = OrderStatistics.EndOfTies(scores, order, start);
            int tiedPositives = 0;
            for (int i = start; i < end; i++)
                tiedPositives += labels[order[i]] > 0 ? 1 : 0;
            int tiedNegatives = end - start - tiedPositives;
            double outranked = negativesBelow + (0.5 * tiedNegatives);
            double outranking = positives - positivesBelow - (0.5 * tiedPositives);
            for (int i = start; i < end; i++)
                placements[order[i]] = labels[order[i]] > 0 ? outranked / negatives : outranking / positives;
            wins += tiedPositives * outranked;
            positivesBelow += tiedPositives;
            negativesBelow += tiedNegatives;
            start = end;
        }
        return new AucPlacements(wins / (positives * negatives), placements);
    }

    /// <summary>Writes each row's weighted deviation from the AUC: the influences of one model's AUC.</summary>
    public void WriteInfluences(LabelledRows rows, Span<double> influences)
    {
        ReadOnlySpan<double> labels = rows.Labels;
        for (int row = 0; row < influences.Length; row++)
            influences[row] = (_placements[row] - Auc) / (labels[row] > 0 ? rows.Positives : rows.Negatives);
    }
}

using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Evaluation;

/// <summary>
/// What acting from any threshold would have saved on labelled rows. It checks the threshold that follows from costs and never replaces it: the
/// maximum of the curve fits these rows (methods 7.3).
/// </summary>
public static class ValueCurve
{
    /// <summary>A maximum further away than this from where costs say to act makes the probabilities suspect.</summary>
    public const double Far = 0.1;

    /// <summary>What acting from a threshold saves in all.</summary>
    public static double At(double threshold, ReadOnlySpan<double> labels, ReadOnlySpan<double> scores, ActionCosts costs)
    {
        double saved = 0;
        for (int row = 0; row < labels.Length; row++)
            saved += scores[row] >= threshold ? costs.Gained(labels[row]) : 0;
        return saved;
    }

    /// <summary>The score from which acting would have saved most; null where acting on nobody was best.</summary>
    public static double? Best(ReadOnlySpan<double> labels, ReadOnlySpan<double> scores, ActionCosts costs)
    {
        int[] order = OrderStatistics.AscendingOrder(scores);
        double saved = 0;
        double most = 0;
        double? best = null;
        for (int place = order.Length - 1; place >= 0; place--)
        {
            int row = order[place];
            saved += costs.Gained(labels[row]);
            // Rows of one score are acted on together.
            if (saved > most && (place == 0 || scores[order[place - 1]] < scores[row]))
                (most, best) = (saved, scores[row]);
        }

        return best;
    }
}

using Coppice.Server.Statistics;

namespace Coppice.Server.Evaluation;

/// <summary>How a replicate draws its rows.</summary>
public enum Resampling
{
    /// <summary>Rows.</summary>
    Plain,

    /// <summary>Positives among positives, then negatives among negatives: for AUC and average precision.</summary>
    Stratified,

    /// <summary>Customers with all their rows.</summary>
    Clustered,
}

/// <summary>
/// The paired bootstrap (methods 1.4): an audit of the closed-form errors and the fallback of metrics without one. Both versions are
/// measured on the same draw. Replicates are counts per row, so a rank metric is sorted once and each replicate is one sweep.
/// </summary>
public sealed class PairedBootstrap(LabelledRows rows, Resampling resampling, ulong seed)
{
    private const double RedrawLimit = 0.1;

    private readonly int[] _positives = RowsWhere(rows, positive: true);

    private readonly int[] _negatives = RowsWhere(rows, positive: false);

    /// <summary>Null when more than a tenth of the draws could not answer: such a block may not decide.</summary>
    public BootstrapResult? Run(ReplicateImprovement improvement, int replicates = 1000, double significanceLevel = 0.05)
    {
        ArgumentNullException.ThrowIfNull(improvement);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(replicates);
        if (rows.Count == 0)
            return null;
        var improvements = new double[replicates];
        var multiplicities = new int[rows.Count];
        int redraws = 0;
        for (int replicate = 0; replicate < replicates; replicate++)
        {
            var source = SplitMix64.ForReplicate(seed, replicate);
            double? found;
            while (true)
            {
                Array.Clear(multiplicities);
                Draw(source, multiplicities);
                found = improvement(multiplicities);
                if (found is not null)
                    break;
                redraws++;
                if (redraws > RedrawLimit * replicates)
                    return null;
            }
            improvements[replicate] = found.Value;
        }
        return BootstrapResult.Of(improvements, significanceLevel);
    }

    private void Draw(SplitMix64 source, int[] multiplicities)
    {
        switch (resampling)
        {
            case Resampling.Plain:
                for (int draw = 0; draw < multiplicities.Length; draw++)
                    multiplicities[source.NextBelow(multiplicities.Length)]++;
                break;
            case Resampling.Stratified:
                for (int draw = 0; draw < _positives.Length; draw++)
                    multiplicities[_positives[source.NextBelow(_positives.Length)]]++;
                for (int draw = 0; draw < _negatives.Length; draw++)
                    multiplicities[_negatives[source.NextBelow(_negatives.Length)]]++;
                break;
            default:
                var drawn = new int[rows.Clusters.Count];
                for (int draw = 0; draw < drawn.Length; draw++)
                    drawn[source.NextBelow(drawn.Length)]++;
                ReadOnlySpan<int> clusters = rows.Clusters.OfRows;
                for (int row = 0; row < multiplicities.Length; row++)
                    multiplicities[row] = drawn[clusters[row]];
                break;
        }
    }

    private static int[] RowsWhere(LabelledRows rows, bool positive)
    {
        var found = new int[positive ? rows.Positives : rows.Negatives];
        int next = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            if (rows.Labels[row] > 0 == positive)
                found[next++] = row;
        }
        return found;
    }
}

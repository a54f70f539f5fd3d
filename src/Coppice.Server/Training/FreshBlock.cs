using Coppice.Server.Labels;
using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Training;

/// <summary>
/// Splits matured labels into the block that decides and the rows to learn from (methods 1.6, 2.2): the block is newer than
/// anything a version in play has seen, and no row is learnt from whose label could not be known when the block begins.
/// </summary>
/// <param name="Block">Real labels only: guesses never judge.</param>
/// <param name="Training">Rows to learn from, in canonical order.</param>
public sealed record FreshBlock(IReadOnlyList<Label> Block, IReadOnlyList<Label> Training)
{
    private const string Salt = "first-block-v1";

    /// <summary>Share of rows without an order in time that the first block takes.</summary>
    private const double FirstShare = 0.2;

    private const int FirstRows = 2_000;

    /// <summary>Labels of either kind the first block reaches back for (methods 1.5, G0).</summary>
    private const int FirstOfAKind = 100;

    /// <summary>Labels the first block of amounts reaches back for: they vary more than yes and no (methods 1.5, G0).</summary>
    private const int FirstAmounts = 500;

    /// <summary>The first block there is: the newest rows, as many as a decision needs.</summary>
    public static FreshBlock First(IReadOnlyList<Label> labels, PredictionKind predicts)
    {
        var real = labels.Where(l => l.Source != LabelSource.Synthetic).ToList();
        if (real.Count == 0)
            return new FreshBlock([], labels);
        long[] times = [.. real.Select(l => l.AsOf).Distinct().OrderDescending()];
        return times.Length == 1 ? ByCustomer(labels) : Split(labels, FirstTime(real, times, predicts == PredictionKind.Amount ? FirstAmounts : 0));
    }

    /// <summary>The next block: what is newer than <paramref name="floor"/>, the newest time any version in play, or an earlier decision, has used.</summary>
    public static FreshBlock Next(IReadOnlyList<Label> labels, long floor)
    {
        long? from = labels.Where(l => l.AsOf > floor && l.Source != LabelSource.Synthetic).Select(l => (long?)l.AsOf).Min();
        return from is { } start ? Split(labels, start) : new FreshBlock([], labels);
    }

    private static FreshBlock Split(IReadOnlyList<Label> labels, long from) => new(
        [.. labels.Where(l => l.AsOf >= from && l.Source != LabelSource.Synthetic)],
        [.. labels.Where(l => l.AsOf < from && l.MaturesAt <= from)]);

    private static long FirstTime(List<Label> real, long[] newestFirst, int fewest)
    {
        var byTime = real.ToLookup(l => l.AsOf);
        int rows = 0;
        int positives = 0;
        long from = newestFirst[0];
        foreach (long time in newestFirst)
        {
            from = time;
            rows += byTime[time].Count();
            positives += byTime[time].Count(l => l.Value > 0);
            bool enough = positives >= FirstOfAKind && rows - positives >= FirstOfAKind && rows >= Math.Max(fewest, Math.Min(FirstRows, FirstShare * real.Count));
            if (enough || rows >= 0.4 * real.Count)
                break;
        }

        return from;
    }

    /// <summary>Rows without an order in time: a digest of the customer decides, so that one customer's rows stay on one side.</summary>
    private static FreshBlock ByCustomer(IReadOnlyList<Label> labels)
    {
        bool InBlock(Label label) => label.Source != LabelSource.Synthetic
            && HashBucket.Of(Salt, label.CustomerId.ToString()) < FirstShare * HashBucket.Count;

        return new FreshBlock([.. labels.Where(InBlock)], [.. labels.Where(l => !InBlock(l))]);
    }
}

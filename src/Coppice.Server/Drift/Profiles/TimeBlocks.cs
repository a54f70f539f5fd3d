namespace Coppice.Server.Drift.Profiles;

/// <summary>Stretches of time, as long as a window, that the rows of a reference lie in.</summary>
/// <param name="Rows">The rows of each stretch that has enough of them.</param>
public sealed record TimeBlocks(IReadOnlyList<int[]> Rows)
{
    /// <summary>A stretch of fewer rows would vary by chance alone.</summary>
    private const int FewestRows = 100;

    /// <summary>Enough to know the variation; more would only cost time.</summary>
    private const int Most = 26;

    public static TimeBlocks None { get; } = new([]);

    /// <summary>Cuts rows by their time, given in microseconds.</summary>
    public static TimeBlocks Of(ReadOnlySpan<long> asOf, TimeSpan window)
    {
        if (asOf.IsEmpty)
            return None;
        long length = Math.Max(1, window.Ticks / TimeSpan.TicksPerMicrosecond);
        long first = long.MaxValue;
        foreach (long time in asOf)
            first = Math.Min(first, time);
        var byBlock = new SortedDictionary<long, List<int>>();
        for (int row = 0; row < asOf.Length; row++)
        {
            long block = (asOf[row] - first) / length;
            if (!byBlock.TryGetValue(block, out var rows))
                byBlock.Add(block, rows = []);
            rows.Add(row);
        }

        var enough = byBlock.Values.Where(rows => rows.Count >= FewestRows).Select(rows => rows.ToArray()).ToList();
        if (enough.Count <= Most)
            return new TimeBlocks(enough);
        // Spread over the whole reference, its last stretch included.
        return new TimeBlocks([.. Enumerable.Range(0, Most).Select(i => enough[(int)((long)i * (enough.Count - 1) / (Most - 1))])]);
    }
}

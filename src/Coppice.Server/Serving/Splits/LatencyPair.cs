namespace Coppice.Server.Serving.Splits;

/// <summary>How long two versions took for the same questions, in bins that grow by a fifth.</summary>
public sealed class LatencyPair
{
    private const int Bins = 96;
    private const double Growth = 1.2;
    private const double Tail = 0.99;

    private readonly long[] _champion = new long[Bins];
    private readonly long[] _challenger = new long[Bins];

    public long Questions => _challenger.Sum();

    /// <summary>The 99th percentile of each; null without questions.</summary>
    public (TimeSpan Champion, TimeSpan Challenger)? Slowest => Questions == 0 ? null : (Percentile(_champion), Percentile(_challenger));

    public void Add(TimeSpan champion, TimeSpan challenger)
    {
        Interlocked.Increment(ref _champion[BinOf(champion)]);
        Interlocked.Increment(ref _challenger[BinOf(challenger)]);
    }

    private static int BinOf(TimeSpan time) => Math.Clamp((int)Math.Ceiling(Math.Log(Math.Max(1, time.TotalMicroseconds)) / Math.Log(Growth)), 0, Bins - 1);

    private static TimeSpan Percentile(long[] counts)
    {
        double wanted = counts.Sum() * Tail;
        long seen = 0;
        for (int bin = 0; bin < Bins; bin++)
        {
            seen += counts[bin];
            if (seen >= wanted)
                return TimeSpan.FromMicroseconds(Math.Pow(Growth, bin));
        }

        return TimeSpan.FromMicroseconds(Math.Pow(Growth, Bins - 1));
    }
}

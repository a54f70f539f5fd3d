namespace Coppice.Server.Alerts;

/// <summary>
/// When something last arrived in a feed, and how long it usually takes. Arrivals close together are one: a file, or a stream. Time in which no
/// server was there to receive anything is no silence.
/// </summary>
/// <param name="Newest">The newest number there was.</param>
/// <param name="LastArrival">When it was first seen.</param>
/// <param name="LastLook">When somebody last looked.</param>
public sealed record FeedHistory(long Newest, DateTimeOffset LastArrival, DateTimeOffset LastLook)
{
    /// <summary>What is usual is known after so many gaps, or after a day's worth of a stream.</summary>
    private const int FewestGaps = 7;
    private const int FewestStretches = 288;
    private const int MostGaps = 60;

    /// <summary>A look this long after the one before means that nobody was there.</summary>
    private static readonly TimeSpan Absence = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Stretch = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ShortestPatience = TimeSpan.FromHours(1);

    /// <summary>The newest gaps between arrivals, in seconds, oldest first.</summary>
    public IReadOnlyList<double> Gaps { get; init; } = [];

    /// <summary>Stretches of five minutes in which something arrived.</summary>
    public long Stretches { get; init; }

    /// <summary>When the last of them began.</summary>
    public DateTimeOffset LastStretch { get; init; }

    public TimeSpan Silence => LastLook - LastArrival;

    /// <summary>How long nothing may arrive: half as long again as the longest usual gap; null where nobody knows yet what is usual.</summary>
    public TimeSpan? Patience
    {
        get
        {
            if (Gaps.Count < FewestGaps && Stretches < FewestStretches)
                return null;
            var patience = TimeSpan.FromSeconds(1.5 * Gaps.DefaultIfEmpty(0).Max());
            return patience < ShortestPatience ? ShortestPatience : patience;
        }
    }

    /// <summary>After one more look.</summary>
    public FeedHistory After(long newest, DateTimeOffset now)
    {
        var away = now - LastLook;
        var arrival = away > Absence ? LastArrival + away : LastArrival;
        if (newest <= Newest)
            return this with { LastArrival = arrival, LastLook = now };
        var arrived = new FeedHistory(newest, now, now) { Gaps = Gaps, Stretches = Stretches, LastStretch = LastStretch };
        if (now - LastStretch >= Stretch)
            arrived = arrived with { Stretches = Stretches + 1, LastStretch = now };
        // What came before the first arrival is no gap.
        return Newest > 0 && now - arrival >= Stretch ? arrived with { Gaps = [.. Gaps.TakeLast(MostGaps - 1), (now - arrival).TotalSeconds] } : arrived;
    }

    /// <summary>Whether a restart would lose too much of it, held against what was last written down.</summary>
    public bool IsWorthKeeping(FeedHistory? kept) => kept is null || LastLook - kept.LastLook >= Stretch || !ReferenceEquals(Gaps, kept.Gaps);
}

using Coppice.Server.Statistics;

namespace Coppice.Server.Simulation;

/// <summary>When the shop's systems report a purchase or a return: mostly at once, sometimes days late, never during the outage.</summary>
internal sealed class OutcomeFeed(ShopOptions options)
{
    private const double LateShare = 0.12;

    /// <summary>The feed is back in the morning and delivers what it kept within half an hour.</summary>
    private static readonly TimeSpan BackFrom = TimeSpan.FromHours(6);
    private static readonly TimeSpan BackUntil = TimeSpan.FromHours(6.5);

    private readonly DateTimeOffset _outageEnd = new(options.DateOf(options.OutageStart + options.OutageDays), TimeOnly.MinValue, TimeSpan.Zero);

    public DateTimeOffset KnownTime(DateTimeOffset eventTime, SplitMix64 random)
    {
        DateTimeOffset known = random.Chance(LateShare) ? eventTime + random.Delay(TimeSpan.FromDays(1), TimeSpan.FromDays(5)) : eventTime;
        return options.OutcomeFeedIsDownOn(DateOnly.FromDateTime(known.UtcDateTime)) ? _outageEnd + random.Delay(BackFrom, BackUntil) : known;
    }
}

using Coppice.Server.Statistics;
using Coppice.Server.Storage;

namespace Coppice.Server.Features;

/// <summary>One customer's events of one type by the day, oldest first: all of a day count once, as the forecasts of repeats take them.</summary>
internal struct RepeatCounts
{
    private const double DaysPerWeek = 7;

    private long _firstDay;
    private long _lastDay;
    private double _firstValue;
    private double _value;

    public int Days { get; private set; }

    /// <summary>What the days after the first were worth on average; NaN without them.</summary>
    public readonly double MeanRepeatValue => Days > 1 ? (_value - _firstValue) / (Days - 1) : double.NaN;

    public void Add(long time, float value)
    {
        long day = time / UtcMicroseconds.PerDay;
        if (Days == 0)
            _firstDay = day;
        if (Days == 0 || day != _lastDay)
            Days++;
        _lastDay = day;
        if (float.IsNaN(value))
            return;
        _value += value;
        if (Days == 1)
            _firstValue += value;
    }

    /// <summary>Days from the first to another time.</summary>
    public readonly int AgeInDays(long asOf) => (int)((asOf / UtcMicroseconds.PerDay) - _firstDay);

    /// <summary>Tells customers apart by what they did, the same way in every workspace.</summary>
    public readonly ulong Digest()
    {
        ulong digest = 0;
        foreach (long part in (ReadOnlySpan<long>)[_firstDay, _lastDay, Days, BitConverter.DoubleToInt64Bits(_value)])
            digest = new SplitMix64(digest ^ (ulong)part).Next();
        return digest;
    }

    /// <summary>In weeks.</summary>
    public readonly RepeatHistory History(long asOf) => new(Days - 1, (_lastDay - _firstDay) / DaysPerWeek, AgeInDays(asOf) / DaysPerWeek);
}

using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Features;

/// <summary>Columns over every type of event together; only worth having where there is more than one.</summary>
internal sealed class OverallColumns
{
    private readonly float[]? _sinceLast;
    private readonly float[]? _tenure;
    private readonly float[]? _activeDays30;
    private readonly float[]? _activeDays90;
    private long _first;
    private long _last;
    private long _lastDay;
    private int _days30;
    private int _days90;

    public OverallColumns(InputTable table, BehaviourPlan plan)
    {
        if (plan.Types.Count < 2)
            return;
        _sinceLast = table["events.any.days_since_last"].Numbers;
        _tenure = table["events.any.days_since_first"].Numbers;
        _activeDays30 = table["events.any.days_30d"].Numbers;
        _activeDays90 = table["events.any.days_90d"].Numbers;
    }

    public void Clear()
    {
        _first = _last = 0;
        _lastDay = long.MinValue;
        _days30 = _days90 = 0;
    }

    public void Add(EventHistory history, int i, long asOf)
    {
        long time = history.EventTimes[i];
        if (_first == 0)
            _first = time;
        _last = time;
        long day = time / UtcMicroseconds.PerDay;
        if (day == _lastDay)
            return;
        _lastDay = day;
        if (asOf - time <= 30 * UtcMicroseconds.PerDay)
            _days30++;
        if (asOf - time <= 90 * UtcMicroseconds.PerDay)
            _days90++;
    }

    public void Write(int row, long asOf)
    {
        if (_sinceLast is null)
            return;
        _activeDays30![row] = _days30;
        _activeDays90![row] = _days90;
        if (_first == 0)
            return;
        _sinceLast[row] = (float)((asOf - _last) / (double)UtcMicroseconds.PerDay);
        _tenure![row] = (float)((asOf - _first) / (double)UtcMicroseconds.PerDay);
    }
}

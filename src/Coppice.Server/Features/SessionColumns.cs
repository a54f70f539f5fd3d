using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Features;

/// <summary>Columns over a customer's sessions, whatever their events are; only where some event has one.</summary>
internal sealed class SessionColumns
{
    private readonly float[]? _sessions;
    private readonly float[]? _events;
    private readonly float[]? _minutes;
    private long _current;
    private long _began;
    private long _last;
    private long _length;
    private int _count;
    private int _eventCount;

    public SessionColumns(InputTable table, BehaviourPlan plan)
    {
        if (plan.Types.All(t => t.Sessions == Recorded.No))
            return;
        _sessions = table["events.any.session_count"].Numbers;
        _events = table["events.any.session_events"].Numbers;
        _minutes = table["events.any.session_minutes"].Numbers;
    }

    public void Clear()
    {
        _current = _began = _last = _length = 0;
        _count = _eventCount = 0;
    }

    public void Add(EventHistory history, int i)
    {
        long session = history.Sessions[i];
        if (session == 0)
            return;
        long time = history.EventTimes[i];
        if (session != _current)
        {
            _length += _last - _began;
            _current = session;
            _began = time;
            _count++;
        }

        _last = time;
        _eventCount++;
    }

    public void Write(int row)
    {
        if (_sessions is null)
            return;
        _sessions[row] = _count;
        if (_count == 0)
            return;
        _events![row] = _eventCount / (float)_count;
        _minutes![row] = (float)((_length + _last - _began) / (double)UtcMicroseconds.PerDay * 24 * 60 / _count);
    }
}

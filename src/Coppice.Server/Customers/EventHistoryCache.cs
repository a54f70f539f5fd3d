using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>
/// The events in memory, brought up to date by what was recorded since: a sweep or a run pays for what is new, not for history.
/// Events are append-only, so what was read stays true; readers bound it by known time.
/// </summary>
public sealed class EventHistoryCache
{
    private readonly Lock _gate = new();
    private EventHistory? _history;
    private long _lastId;

    internal EventHistory Read(Session session, string columns, Func<string[]> typeNames)
    {
        lock (_gate)
        {
            var added = new EventHistoryBuilder();
            long? last;
            using (var query = session.Prepare(columns + "WHERE id > $1"))
                last = added.Read(query, _lastId);
            if (_history is null || last is not null)
                _history = added.Build(typeNames(), _history ?? EventHistory.Nothing);
            _lastId = last ?? _lastId;
            return _history;
        }
    }

    /// <summary>What is in memory already, and up to which number; null where nothing is.</summary>
    internal (EventHistory History, long LastId)? Peek()
    {
        lock (_gate)
            return _history is { } history ? (history, _lastId) : null;
    }

    /// <summary>Forgets everything; needed when events were taken out of the database.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _history = null;
            _lastId = 0;
        }
    }
}

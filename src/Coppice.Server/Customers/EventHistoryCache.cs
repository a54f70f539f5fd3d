using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>
/// The events in memory, brought up to date by what was recorded since: a sweep or a run pays for what is new, not for history.
/// Events are append-only, so what was read stays true; readers bound it by known time.
/// </summary>
public sealed class EventHistoryCache
{
    private readonly Lock _gate = new();
    private EventHistoryBuilder? _builder;
    private EventHistory? _history;
    private long _lastId;

    internal EventHistory Read(Session session, string columns, Func<string[]> typeNames)
    {
        lock (_gate)
        {
            _builder ??= new EventHistoryBuilder();
            using (var query = session.Prepare(columns + "WHERE id > $1"))
            {
                if (_builder.Read(query, _lastId) is { } last)
                {
                    _lastId = last;
                    _history = null;
                }
            }

            return _history ??= _builder.Build(typeNames());
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
            _builder = null;
            _history = null;
            _lastId = 0;
        }
    }
}

using Coppice.Server.Customers;
using Coppice.Server.Storage;

namespace Coppice.Server.Simulation;

/// <summary>Copies recorded facts into another workspace in the order in which they became known.</summary>
internal sealed class RecordedHistory
{
    private readonly Database _source;
    private readonly Database _target;
    private readonly EventStore _events;
    private readonly ProfileStore _profiles;
    private readonly NoteStore _notes;
    private long _knownUntil = long.MinValue;

    public RecordedHistory(Database source, Database target)
    {
        var customers = new CustomerStore();
        _source = source;
        _target = target;
        _events = new EventStore(new EventHistoryCache());
        _profiles = new ProfileStore(customers);
        _notes = new NoteStore(customers, new NoteHistoryCache());
    }

    /// <summary>First and last time at which an event became known; null where there is none.</summary>
    public (long First, long Last)? Range() => _source.Read(_events.KnownRange);

    /// <summary>Everything that became known up to a time and was not copied before.</summary>
    public void CopyUntil(long time)
    {
        var (events, profiles, notes) = _source.Read(session => (
            _events.KnownBetween(session, _knownUntil, time),
            _profiles.KnownBetween(session, _knownUntil, time),
            _notes.KnownBetween(session, _knownUntil, time)));
        _knownUntil = time;
        if (events.Count + profiles.Count + notes.Count == 0)
            return;
        _target.Write(session =>
        {
            _events.Add(session, events);
            _profiles.Add(session, profiles);
            _notes.Add(session, notes);
        });
    }
}

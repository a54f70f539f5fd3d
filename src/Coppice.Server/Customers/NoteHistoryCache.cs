using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>
/// The notes in memory, without their texts, brought up to date by what was recorded since. Notes are append-only, so what was read stays true;
/// readers bound it by known time.
/// </summary>
public sealed class NoteHistoryCache
{
    private readonly Lock _gate = new();
    private NoteHistory _history = NoteHistory.Nothing;
    private long _lastId;

    internal NoteHistory Read(BulkCommand since)
    {
        lock (_gate)
        {
            var later = NoteStore.Read(since, _lastId);
            if (later.Count == 0)
                return _history;
            _lastId = later.Max(n => n.Id);
            return _history = _history.With(later);
        }
    }

    /// <summary>Forgets everything; needed when notes were taken out of the database.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _history = NoteHistory.Nothing;
            _lastId = 0;
        }
    }
}

using System.Text;
using Coppice.Server.Storage;

namespace Coppice.Server.Predictions;

/// <summary>The answers of one request, recorded together: all of them or none.</summary>
public sealed class PredictionWrite : PendingWrite
{
    private readonly PredictionStore _store;
    private readonly PredictionLog _log;
    private readonly List<PredictionEntry> _entries = [];

    internal PredictionWrite(PredictionStore store, PredictionLog log)
    {
        _store = store;
        _log = log;
    }

    public int Count { get; private set; }

    public override int Bytes
    {
        get
        {
            int bytes = 0;
            for (int i = 0; i < Count; i++)
                bytes += _entries[i].Bytes;
            return bytes;
        }
    }

    public PredictionEntry this[int index] => _entries[index];

    /// <summary>One more answer to fill in; earlier ones are used again.</summary>
    public PredictionEntry Add()
    {
        if (Count == _entries.Count)
            _entries.Add(new PredictionEntry());
        var entry = _entries[Count++];
        entry.Clear();
        return entry;
    }

    /// <summary>Swaps an answer with that in the same place of another write.</summary>
    internal void Exchange(int index, PredictionWrite other) => (_entries[index], other._entries[index]) = (other._entries[index], _entries[index]);

    internal void Clear() => Count = 0;

    // The same question sent again is answered as it was; the same id for another customer or model is a mistake.
    private static bool IsSame(EarlierAnswer earlier, PredictionEntry entry) =>
        earlier.ModelId == entry.ModelId && earlier.Customer == Encoding.UTF8.GetString(entry.Customer);

    protected internal override void Write(Session session)
    {
        for (int i = 0; i < Count; i++)
        {
            var entry = _entries[i];
            _store.Add(session, entry);
            if (entry.Earlier is { } earlier && !IsSame(earlier, entry))
            {
                throw new PredictionException(
                    PredictionCodes.IdTaken,
                    $"The prediction id {Encoding.UTF8.GetString(entry.PredictionId)} is taken by an earlier answer, about {earlier.Customer}.");
            }
        }
    }

    protected internal override void Settled(Exception? failure) => _log.Settle(this, failure);
}

using System.Collections.Concurrent;
using Coppice.Client;

namespace Coppice.Server.Serving.Batches;

/// <summary>Batches waiting or under way: how far they are for whoever watches, and the way to stop them.</summary>
public sealed class BatchBoard
{
    private readonly ConcurrentDictionary<long, LiveBatch> _live = new();

    public LiveBatch Open(BatchResponse batch) => _live[batch.Id] = new LiveBatch(batch);

    public LiveBatch? Find(long id) => _live.GetValueOrDefault(id);

    public void Close(long id)
    {
        if (_live.TryRemove(id, out var batch))
            batch.End();
    }
}

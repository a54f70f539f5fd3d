using System.Threading.Channels;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Batches;

/// <summary>Batches in the order in which they will run, one at a time.</summary>
public sealed class WaitingBatches(Database database, BatchStore batches, BatchBoard board)
{
    private readonly Channel<long> _waiting = Channel.CreateUnbounded<long>();

    public LiveBatch Enqueue(long id)
    {
        var live = board.Open(BatchDescription.Of(database.Read(session => batches.Find(session, id)!)));
        _waiting.Writer.TryWrite(id);
        return live;
    }

    public IAsyncEnumerable<long> ReadAllAsync(CancellationToken cancellationToken) => _waiting.Reader.ReadAllAsync(cancellationToken);
}

using System.Threading.Channels;
using Coppice.Server.Serving.Batches;

namespace Coppice.Server.Serving.Refinements;

/// <summary>Batches whose quick answers wait to be replaced, one batch after the other.</summary>
public sealed class RefiningBatches(BatchBoard board)
{
    private readonly Channel<long> _waiting = Channel.CreateUnbounded<long>();

    internal void Enqueue(Batch batch)
    {
        if (board.Find(batch.Id) is null)
            board.Open(BatchDescription.Of(batch));
        _waiting.Writer.TryWrite(batch.Id);
    }

    internal IAsyncEnumerable<long> ReadAllAsync(CancellationToken cancellationToken) => _waiting.Reader.ReadAllAsync(cancellationToken);
}

using Coppice.Client;
using Coppice.Server.Http;

namespace Coppice.Server.Serving.Batches;

/// <summary>One batch while it waits and runs.</summary>
public sealed class LiveBatch
{
    private const int MostWaiting = 8;

    private readonly Watched<BatchResponse> _progress;

    internal LiveBatch(BatchResponse first)
    {
        _progress = new Watched<BatchResponse>(first, MostWaiting);
    }

    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>Ends when the batch does, or when the process stops before it.</summary>
    public Task<BatchResponse> Ended => _progress.Ended;

    public BatchResponse Latest => _progress.Latest;

    public void Report(BatchResponse batch) => _progress.Report(batch);

    public IAsyncEnumerable<BatchResponse> WatchAsync(CancellationToken cancellationToken) => _progress.WatchAsync(cancellationToken);

    internal void End() => _progress.End();
}

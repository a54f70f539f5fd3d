using System.Threading.Channels;
using Coppice.Client;

namespace Coppice.Server.Serving.Batches;

/// <summary>One batch while it waits and runs. Watchers see the newest state; a slow one misses some, never holds the batch up.</summary>
public sealed class LiveBatch
{
    private readonly List<Channel<BatchResponse>> _watchers = [];
    private readonly TaskCompletionSource<BatchResponse> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BatchResponse _latest;

    internal LiveBatch(BatchResponse first)
    {
        _latest = first;
    }

    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>Ends when the batch does, or when the process stops before it.</summary>
    public Task<BatchResponse> Ended => _end.Task;

    public BatchResponse Latest
    {
        get
        {
            lock (_watchers)
                return _latest;
        }
    }

    public void Report(BatchResponse batch)
    {
        lock (_watchers)
        {
            _latest = batch;
            foreach (var watcher in _watchers)
                watcher.Writer.TryWrite(batch);
        }
    }

    public IAsyncEnumerable<BatchResponse> WatchAsync(CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<BatchResponse>(new BoundedChannelOptions(8) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_watchers)
        {
            channel.Writer.TryWrite(_latest);
            if (_end.Task.IsCompleted)
                channel.Writer.Complete();
            else
                _watchers.Add(channel);
        }

        return channel.Reader.ReadAllAsync(cancellationToken);
    }

    internal void End()
    {
        lock (_watchers)
        {
            _end.TrySetResult(_latest);
            foreach (var watcher in _watchers)
                watcher.Writer.TryComplete();
        }
    }
}

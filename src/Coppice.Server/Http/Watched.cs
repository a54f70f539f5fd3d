using System.Threading.Channels;

namespace Coppice.Server.Http;

/// <summary>A state that changes until it ends, for any number of watchers. A slow watcher misses some of it, and never holds anybody up.</summary>
/// <param name="first">The state before the first report.</param>
/// <param name="mostWaiting">States kept for a watcher that has not read them yet.</param>
public sealed class Watched<T>(T first, int mostWaiting)
{
    private readonly List<Channel<T>> _watchers = [];
    private readonly TaskCompletionSource<T> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _latest = first;

    public T Latest
    {
        get
        {
            lock (_watchers)
                return _latest;
        }
    }

    /// <summary>The last state, once there will be no other.</summary>
    public Task<T> Ended => _end.Task;

    public void Report(T state)
    {
        lock (_watchers)
        {
            _latest = state;
            foreach (var watcher in _watchers)
                watcher.Writer.TryWrite(state);
        }
    }

    /// <summary>The state as it is now, and every later one until the end.</summary>
    public IAsyncEnumerable<T> WatchAsync(CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(mostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
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

    public void End()
    {
        lock (_watchers)
        {
            _end.TrySetResult(_latest);
            foreach (var watcher in _watchers)
                watcher.Writer.TryComplete();
        }
    }
}

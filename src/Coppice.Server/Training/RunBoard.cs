using System.Collections.Concurrent;
using System.Threading.Channels;
using Coppice.Client;

namespace Coppice.Server.Training;

/// <summary>Runs under way: their latest step for whoever watches, and the way to stop them.</summary>
public sealed class RunBoard : IAsyncDisposable, IDisposable
{
    private readonly ConcurrentDictionary<long, LiveRun> _live = new();
    private readonly ConcurrentDictionary<long, long> _byModel = new();

    /// <summary>Takes a model for a run; false where another run has it.</summary>
    public bool TryTake(long modelId) => _byModel.TryAdd(modelId, 0);

    public void Release(long modelId) => _byModel.TryRemove(modelId, out _);

    public LiveRun Open(long runId) => _live[runId] = new LiveRun();

    public LiveRun? Find(long runId) => _live.GetValueOrDefault(runId);

    public void Close(long runId)
    {
        if (_live.TryRemove(runId, out var run))
            run.End();
    }

    /// <summary>Lets every run under way know that it has to stop.</summary>
    public void CancelAll()
    {
        foreach (var run in _live.Values)
            run.Cancellation.Cancel();
    }

    /// <summary>Stops every run and waits until each has written how it ended.</summary>
    public async ValueTask DisposeAsync()
    {
        CancelAll();
        await Task.WhenAll(_live.Values.Select(run => run.Ended));
    }

    public void Dispose() => CancelAll();

    /// <summary>One run's progress. Watchers see the newest steps; a slow one misses some, never holds the run up.</summary>
    public sealed class LiveRun
    {
        private readonly List<Channel<RunProgress>> _watchers = [];
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private RunProgress _latest = new("labels", 0, null);
        private bool _ended;

        public CancellationTokenSource Cancellation { get; } = new();

        internal Task Ended => _end.Task;

        public void Report(RunProgress progress)
        {
            lock (_watchers)
            {
                _latest = progress;
                foreach (var watcher in _watchers)
                    watcher.Writer.TryWrite(progress);
            }
        }

        public IAsyncEnumerable<RunProgress> WatchAsync(CancellationToken cancellationToken)
        {
            var channel = Channel.CreateBounded<RunProgress>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest });
            lock (_watchers)
            {
                channel.Writer.TryWrite(_latest);
                if (_ended)
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
                _ended = true;
                foreach (var watcher in _watchers)
                    watcher.Writer.TryComplete();
            }

            _end.TrySetResult();
        }
    }
}

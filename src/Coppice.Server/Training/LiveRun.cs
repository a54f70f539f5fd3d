using System.Threading.Channels;
using Coppice.Client;

namespace Coppice.Server.Training;

/// <summary>One run's progress. Watchers see the newest steps; a slow one misses some, never holds the run up.</summary>
public sealed class LiveRun(long runId, RunLog log)
{
    private readonly List<Channel<RunProgress>> _watchers = [];
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RunProgress _latest = new("wait", 0, null);
    private bool _ended;

    public long RunId => runId;

    public RunLog Log => log;

    public CancellationTokenSource Cancellation { get; } = new();

    /// <summary>The newest label there was when the run looked; 0 until it has.</summary>
    public long LastLabel { get; set; }

    public RunProgress Latest
    {
        get
        {
            lock (_watchers)
                return _latest;
        }
    }

    internal Task Ended => _end.Task;

    public void Report(RunProgress progress)
    {
        log.Note(progress);
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

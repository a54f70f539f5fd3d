using System.Collections.Concurrent;

namespace Coppice.Server.Training;

/// <summary>Runs under way: who watches them, how to stop them, and whose turn it is.</summary>
public sealed class RunBoard : IAsyncDisposable, IDisposable
{
    private readonly ConcurrentDictionary<long, LiveRun> _live = new();
    private readonly ConcurrentDictionary<long, LiveRun?> _byModel = new();

    /// <summary>Training takes a processor for itself; where there are few, one run at a time leaves the others to whoever asks.</summary>
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Takes a model for a run; false where another run has it.</summary>
    public bool TryTake(long modelId) => _byModel.TryAdd(modelId, null);

    public bool IsTaken(long modelId) => _byModel.ContainsKey(modelId);

    public void Release(long modelId) => _byModel.TryRemove(modelId, out _);

    public LiveRun Open(long runId, long modelId, RunLog log)
    {
        var live = new LiveRun(runId, log);
        _live[runId] = live;
        _byModel[modelId] = live;
        return live;
    }

    public LiveRun? Find(long runId) => _live.GetValueOrDefault(runId);

    public LiveRun? OfModel(long modelId) => _byModel.GetValueOrDefault(modelId);

    /// <summary>Waits until no other run learns; disposing of the turn gives it to the next.</summary>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

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
        _turn.Dispose();
    }

    public void Dispose() => CancelAll();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}

using System.Collections.Concurrent;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Training;

/// <summary>Runs under way: who watches them, how to stop them, and whose turn it is.</summary>
public sealed class RunBoard(DefinitionInForce workspace) : IAsyncDisposable, IDisposable
{
    private readonly ConcurrentDictionary<long, LiveRun> _live = new();
    private readonly ConcurrentDictionary<long, LiveRun?> _byModel = new();

    /// <summary>A run takes a processor for itself, at low priority; more runs than processors would only take turns.</summary>
    private readonly SemaphoreSlim _turns = new(Math.Min(workspace.Training.AtOnce, Environment.ProcessorCount));

    /// <summary>Takes a model for a run; false where another run has it.</summary>
    public bool TryTake(long modelId)
    {
        if (!_byModel.TryAdd(modelId, null))
            return false;
        workspace.Hold();
        return true;
    }

    public bool IsTaken(long modelId) => _byModel.ContainsKey(modelId);

    public void Release(long modelId)
    {
        if (_byModel.TryRemove(modelId, out _))
            workspace.LetGo();
    }

    public LiveRun Open(long runId, long modelId, RunLog log)
    {
        var live = new LiveRun(runId, log);
        _live[runId] = live;
        _byModel[modelId] = live;
        return live;
    }

    public LiveRun? Find(long runId) => _live.GetValueOrDefault(runId);

    public LiveRun? OfModel(long modelId) => _byModel.GetValueOrDefault(modelId);

    /// <summary>Waits until fewer runs learn than may at once; disposing of the turn gives it to the next.</summary>
    public async Task<IDisposable> TakeTurnAsync(CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        return new Turn(_turns);
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
        _turns.Dispose();
    }

    public void Dispose() => CancelAll();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}

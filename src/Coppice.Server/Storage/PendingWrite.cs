using System.Threading.Tasks.Sources;

namespace Coppice.Server.Storage;

/// <summary>
/// A small write that shares its transaction with others. Reusable: once <see cref="WhenCommitted"/> has been awaited, or
/// <see cref="Settled"/> was called, the same object may be queued again.
/// </summary>
public abstract class PendingWrite : IValueTaskSource
{
    // Whoever waits goes on in the pool: the commit thread has the next group to write.
    private ManualResetValueTaskSourceCore<bool> _committed = new() { RunContinuationsAsynchronously = true };

    /// <summary>Memory held while this waits; the queue is bounded by it.</summary>
    public virtual int Bytes => 0;

    internal CommitWait Wait { get; set; }

    /// <summary>Ends once the write is on disk, or with what kept it from there. Await it once per queueing.</summary>
    public ValueTask WhenCommitted => new(this, _committed.Version);

    /// <summary>Writes into the shared transaction. Where a neighbour fails the group is undone and this is called once more, alone.</summary>
    protected internal abstract void Write(Session session);

    /// <summary>Told, where nobody waits, that the write is on disk or why it is not.</summary>
    protected internal virtual void Settled(Exception? failure)
    {
    }

    internal void Begin(CommitWait wait)
    {
        Wait = wait;
        _committed.Reset();
    }

    internal void End(Exception? failure)
    {
        if (Wait == CommitWait.No)
            Settled(failure);
        else if (failure is null)
            _committed.SetResult(true);
        else
            _committed.SetException(failure);
    }

    void IValueTaskSource.GetResult(short token) => _committed.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _committed.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _committed.OnCompleted(continuation, state, token, flags);
}

/// <summary>Whether somebody waits for a write to be on disk.</summary>
public enum CommitWait
{
    Yes,

    /// <summary>It may linger a few milliseconds, so that more share one flush.</summary>
    No,
}

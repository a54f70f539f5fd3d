using Coppice.Server.Storage;
using Microsoft.Extensions.ObjectPool;

namespace Coppice.Server.Predictions;

/// <summary>The way of answers into the database: pooled, in groups, and never without bounds.</summary>
public sealed class PredictionLog
{
    /// <summary>Requests with more answers than this are not kept for the next one.</summary>
    private const int MostEntriesKept = 64;

    private readonly GroupCommit _commit;
    private readonly DefaultObjectPool<PredictionWrite> _pool;
    private long _dropped;
    private long _repeated;

    public PredictionLog(GroupCommit commit, PredictionStore store)
    {
        _commit = commit;
        _pool = new DefaultObjectPool<PredictionWrite>(new WritePolicy(store, this), 1_024);
    }

    /// <summary>Answers given with <c>durability=async</c> that were never recorded, because the queue was full or the disk failed.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Answers given with <c>durability=async</c> whose id had an answer already.</summary>
    public long Repeated => Interlocked.Read(ref _repeated);

    /// <summary>Requests waiting for their commit.</summary>
    public int Queued => _commit.Queued;

    public PredictionWrite Rent() => _pool.Get();

    public void Return(PredictionWrite write) => _pool.Return(write);

    /// <summary>Queues answers whose caller waits for the disk; the caller returns the write afterwards.</summary>
    /// <exception cref="BusyException">The queue is full; nothing was kept.</exception>
    public ValueTask RecordAsync(PredictionWrite write) =>
        _commit.TryQueue(write, CommitWait.Yes) ? write.WhenCommitted : throw new BusyException();

    /// <summary>Queues answers whose caller does not wait, and takes the write back by itself; a full queue drops and counts them.</summary>
    public void Post(PredictionWrite write)
    {
        if (_commit.TryQueue(write, CommitWait.No))
            return;
        Interlocked.Add(ref _dropped, write.Count);
        Return(write);
    }

    internal void Settle(PredictionWrite write, Exception? failure)
    {
        if (failure is not null)
        {
            Interlocked.Add(ref _dropped, write.Count);
        }
        else
        {
            for (int i = 0; i < write.Count; i++)
            {
                if (write[i].Earlier is not null)
                    Interlocked.Increment(ref _repeated);
            }
        }

        Return(write);
    }

    private sealed class WritePolicy(PredictionStore store, PredictionLog log) : PooledObjectPolicy<PredictionWrite>
    {
        public override PredictionWrite Create() => new(store, log);

        public override bool Return(PredictionWrite write)
        {
            bool keep = write.Count <= MostEntriesKept;
            write.Clear();
            return keep;
        }
    }
}

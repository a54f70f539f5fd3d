namespace Coppice.Server.Storage;

/// <summary>
/// One thread that commits what has been queued since its last commit as one transaction: the disk is flushed once for all who
/// wait. The queue is bounded in number and bytes; when it is full the caller is told so and memory does not grow.
/// </summary>
public sealed class GroupCommit : IDisposable
{
    /// <summary>Most writes in one transaction, so that other writers get their turn.</summary>
    private const int MostTogether = 5_000;

    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(5);

    private readonly Lock _gate = new();
    // No spinning before the wait: on few cores it takes the time from those who are about to queue something.
    private readonly AutoResetEvent _due = new(initialState: false);
    private readonly Database _database;
    private readonly GroupCommitOptions _options;
    private readonly Thread _thread;
    private List<PendingWrite> _queued = [];
    private List<PendingWrite> _writing = [];
    private long _bytes;
    private int _waiters;
    private Phase _phase = Phase.Writing;
    private bool _stopping;

    public GroupCommit(Database database, GroupCommitOptions options)
    {
        _database = database;
        _options = options;
        _thread = new Thread(Run) { Name = "group commit", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Writes waiting for their commit.</summary>
    public int Queued
    {
        get
        {
            lock (_gate)
                return _queued.Count;
        }
    }

    /// <summary>Queues a write; false, and nothing queued, where the queue is full or closed.</summary>
    public bool TryQueue(PendingWrite write, CommitWait wait)
    {
        lock (_gate)
        {
            // Those who do not wait may fill half of the queue, so that those who do wait always find room in the other half.
            int most = wait == CommitWait.Yes ? _options.MostQueued : _options.MostQueued / 2;
            if (_stopping || _queued.Count >= most || _bytes + write.Bytes > _options.MostBytes)
                return false;
            write.Begin(wait);
            _queued.Add(write);
            _bytes += write.Bytes;
            if (wait == CommitWait.Yes)
                _waiters++;
            if (_phase == Phase.Writing || (_phase == Phase.Lingering && !IsDue))
                return true;
            _phase = Phase.Writing;
        }

        _due.Set();
        return true;
    }

    /// <summary>Runs <paramref name="work"/> in the next group and gives its result once it is on disk. It may be run twice; the last result counts.</summary>
    /// <exception cref="BusyException">The queue is full.</exception>
    public async Task<T> WriteAsync<T>(Func<Session, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var write = new WorkWrite<T>(work);
        if (!TryQueue(write, CommitWait.Yes))
            throw new BusyException();
        await write.WhenCommitted;
        return write.Result!;
    }

    /// <summary>Commits what is queued and stops taking more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_stopping)
                return;
            _stopping = true;
            _phase = Phase.Writing;
        }

        _due.Set();
        _thread.Join();
        _due.Dispose();
    }

    // Asked under the lock.
    private bool IsDue => _waiters > 0 || _stopping || _queued.Count >= MostTogether;

    private void Run()
    {
        while (WaitForWork())
        {
            for (int from = 0; from < _writing.Count; from += MostTogether)
                Commit(from, Math.Min(from + MostTogether, _writing.Count));
            _writing.Clear();
        }
    }

    /// <summary>Takes what is queued; false once the queue is closed and empty.</summary>
    private bool WaitForWork()
    {
        bool lingered = false;
        while (true)
        {
            lock (_gate)
            {
                if (_queued.Count > 0 && (IsDue || lingered))
                {
                    (_queued, _writing) = (_writing, _queued);
                    _bytes = 0;
                    _waiters = 0;
                    _phase = Phase.Writing;
                    return true;
                }

                if (_stopping)
                    return false;
                lingered = _queued.Count > 0;
                _phase = lingered ? Phase.Lingering : Phase.Idle;
            }

            if (lingered)
                _due.WaitOne(Linger);
            else
                _due.WaitOne();
        }
    }

    private void Commit(int from, int until)
    {
        using var span = Spans.Coppice.StartActivity("commit");
        span?.SetTag("writes", until - from);
        var failure = TryWrite(from, until);
        if (failure is not null && until - from > 1)
        {
            // The transaction was undone as a whole; each write now stands or falls alone.
            for (int i = from; i < until; i++)
                _writing[i].End(TryWrite(i, i + 1));
            return;
        }

        for (int i = from; i < until; i++)
            _writing[i].End(failure);
    }

    private Exception? TryWrite(int from, int until)
    {
        try
        {
            _database.Write(session =>
            {
                for (int i = from; i < until; i++)
                    _writing[i].Write(session);
            });
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private enum Phase
    {
        /// <summary>Nothing is queued.</summary>
        Idle,

        /// <summary>Nobody waits for what is queued; a little more may join it.</summary>
        Lingering,

        /// <summary>The thread looks at the queue again before it rests.</summary>
        Writing,
    }

    private sealed class WorkWrite<T>(Func<Session, T> work) : PendingWrite
    {
        public T? Result { get; private set; }

        protected internal override void Write(Session session) => Result = work(session);
    }
}

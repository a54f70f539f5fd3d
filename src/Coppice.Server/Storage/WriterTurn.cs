namespace Coppice.Server.Storage;

/// <summary>One writer at a time. A write within a write would wait for itself; it is refused instead.</summary>
internal sealed class WriterTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _thread;

    public void Take()
    {
        if (Volatile.Read(ref _thread) == Environment.CurrentManagedThreadId)
            throw new InvalidOperationException("A write was begun within a write; both belong to one transaction, so hand its session on.");
        _turn.Wait();
        Volatile.Write(ref _thread, Environment.CurrentManagedThreadId);
    }

    public void Pass()
    {
        Volatile.Write(ref _thread, 0);
        _turn.Release();
    }

    public void Dispose() => _turn.Dispose();
}

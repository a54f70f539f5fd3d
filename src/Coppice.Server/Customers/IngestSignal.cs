namespace Coppice.Server.Customers;

/// <summary>Tells whoever waits for data that some was recorded, after it is on disk.</summary>
public sealed class IngestSignal
{
    private readonly Lock _gate = new();
    private Action<IngestKind, long>[] _listeners = [];

    /// <summary>The listener is called on the writer's way: it notes what it is told and returns at once.</summary>
    public void Listen(Action<IngestKind, long> recorded)
    {
        lock (_gate)
            _listeners = [.. _listeners, recorded];
    }

    /// <summary>Says that new rows of a kind are on disk; nothing new, nothing said.</summary>
    public void Raise(IngestKind kind, long rows)
    {
        if (rows == 0)
            return;
        foreach (var recorded in Volatile.Read(ref _listeners))
            recorded(kind, rows);
    }
}

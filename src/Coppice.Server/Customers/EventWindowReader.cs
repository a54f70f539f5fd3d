using Coppice.Server.Storage;

namespace Coppice.Server.Customers;

/// <summary>Looks up what single customers did within a time, without reading anything else.</summary>
public sealed class EventWindowReader : IDisposable
{
    private readonly BulkCommand _within;
    private readonly BulkCommand _knownBefore;
    private readonly List<WindowEvent> _found = [];

    internal EventWindowReader(Session session)
    {
        _within = session.Prepare(EventStore.WithinWindow);
        _knownBefore = session.Prepare(EventStore.AnyKnownBefore);
    }

    /// <summary>
    /// Events of a customer from <paramref name="from"/> up to, not including, <paramref name="until"/>, in the order in which they
    /// happened. The list is filled anew by the next call.
    /// </summary>
    public IReadOnlyList<WindowEvent> Read(long customerId, long from, long until)
    {
        _found.Clear();
        _within.Bind(1, customerId);
        _within.Bind(2, from);
        _within.Bind(3, until);
        while (_within.Step())
            _found.Add(new WindowEvent((int)_within.GetInt64(0), _within.GetInt64(1), _within.GetInt64(2), _within.IsNull(3) ? float.NaN : (float)_within.GetDouble(3)));
        return _found;
    }

    /// <summary>Whether anything of a customer had happened and was known by a time.</summary>
    public bool KnownBefore(long customerId, long time) => _knownBefore.Scalar(customerId, time) is not null;

    public void Dispose()
    {
        _within.Dispose();
        _knownBefore.Dispose();
    }
}

/// <summary>What a label policy asks of an event.</summary>
/// <param name="Type">Its place among the names of types.</param>
/// <param name="EventTime">When it happened.</param>
/// <param name="KnownTime">When it became known.</param>
/// <param name="Value">NaN where it has none.</param>
public readonly record struct WindowEvent(int Type, long EventTime, long KnownTime, float Value);

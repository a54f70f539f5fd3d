using Coppice.Server.Customers;

namespace Coppice.Server.Labels;

/// <summary>Facts looked up one customer at a time.</summary>
internal sealed class StoredFacts(EventWindowReader events, LabelWindow window) : IWindowFacts
{
    public WindowTruth Judge(long customerId, long asOf, long knownBy)
    {
        var tally = window.Count(knownBy);
        foreach (var e in events.Read(customerId, asOf, asOf + window.Length))
            tally.Add(e);
        return tally.Truth();
    }

    public bool KnownBefore(long customerId, long asOf) => events.KnownBefore(customerId, asOf);
}

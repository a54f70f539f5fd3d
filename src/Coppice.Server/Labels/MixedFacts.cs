namespace Coppice.Server.Labels;

/// <summary>Facts from the history in memory, except about customers of whom something was recorded since it was read.</summary>
internal sealed class MixedFacts(IWindowFacts memory, IWindowFacts stored, IReadOnlySet<long> changed) : IWindowFacts
{
    public WindowTruth Judge(long customerId, long asOf, long knownBy) => Of(customerId).Judge(customerId, asOf, knownBy);

    public bool KnownBefore(long customerId, long asOf) => Of(customerId).KnownBefore(customerId, asOf);

    private IWindowFacts Of(long customerId) => changed.Contains(customerId) ? stored : memory;
}

using System.Collections.Concurrent;

namespace Coppice.Server.Serving.Splits;

/// <summary>The meters of ramps since this process began.</summary>
public sealed class RampMeters
{
    private readonly ConcurrentDictionary<long, RampMeter> _meters = new();

    public RampMeter Of(long rampId) => _meters.GetOrAdd(rampId, _ => new RampMeter());
}

using Coppice.Server.Tuning;

namespace Coppice.Server.Triggers;

/// <summary>How one run is asked for.</summary>
/// <param name="Strategy"><c>auto</c>, <c>full</c>, <c>incremental</c>, <c>refresh</c>, <c>grow</c>, <c>repair</c>, <c>compare</c> or <c>tune</c>.</param>
/// <param name="Trigger">Why.</param>
/// <param name="Actor">Who.</param>
/// <param name="AsOf">Nothing known later is used; null means now.</param>
public sealed record RetrainOptions(string Strategy, string Trigger, string Actor, DateTimeOffset? AsOf)
{
    /// <summary>How a run that tunes searches; null in other runs.</summary>
    public TuningOptions? Tuning { get; init; }
}

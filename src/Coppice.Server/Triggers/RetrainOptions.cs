namespace Coppice.Server.Triggers;

/// <summary>How one run is asked for.</summary>
/// <param name="Strategy"><c>auto</c>, <c>full</c>, <c>incremental</c>, <c>refresh</c> or <c>grow</c>.</param>
/// <param name="Trigger">Why.</param>
/// <param name="Actor">Who.</param>
/// <param name="AsOf">Nothing known later is used; null means now.</param>
public sealed record RetrainOptions(string Strategy, string Trigger, string Actor, DateTimeOffset? AsOf);

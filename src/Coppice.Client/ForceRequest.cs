namespace Coppice.Client;

/// <summary>Starts runs now, whatever the triggers say.</summary>
/// <param name="Model">One model; null is all of them.</param>
/// <param name="Strategy"><c>auto</c> (default), <c>full</c>, <c>incremental</c>, <c>repair</c> or <c>compare</c>.</param>
/// <param name="By">Who asks.</param>
public sealed record ForceRequest(string? Model = null, string? Strategy = null, string? By = null);

namespace Coppice.Client;

/// <summary>Asks for a run.</summary>
/// <param name="Strategy"><c>auto</c> (default), <c>full</c>, <c>incremental</c>, <c>repair</c> or <c>compare</c>.</param>
/// <param name="Method">For <c>incremental</c>: <c>refresh</c> or <c>grow</c>; null takes the definition file's.</param>
/// <param name="AsOf">Train and judge as if it were this time: nothing known later is used. Null means now.</param>
/// <param name="By">Who asks.</param>
public sealed record RetrainRequest(string? Strategy = null, string? Method = null, DateTimeOffset? AsOf = null, string? By = null);

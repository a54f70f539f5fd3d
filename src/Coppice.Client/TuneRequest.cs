namespace Coppice.Client;

/// <summary>Asks for a search for a better recipe.</summary>
/// <param name="Minutes">Longest duration of the search. Default 5; the winner is fitted and judged afterwards.</param>
/// <param name="Seed">Which recipes come up. Default the definition file's.</param>
/// <param name="Fits">Most fits of a recipe; the same fits, seed and rows give the same leaderboard. Null for as many as the time allows.</param>
/// <param name="DryRun">Only look: train and judge nothing.</param>
/// <param name="By">Who asks.</param>
public sealed record TuneRequest(double? Minutes = null, long? Seed = null, int? Fits = null, bool DryRun = false, string? By = null);

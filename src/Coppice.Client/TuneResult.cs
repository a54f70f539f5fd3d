namespace Coppice.Client;

/// <summary>What tuning came to: the run and the recipes it tried.</summary>
/// <param name="Run">The run.</param>
/// <param name="Leaderboard">The recipes, the best first; null where none was measured.</param>
public sealed record TuneResult(RunResponse Run, Leaderboard? Leaderboard);

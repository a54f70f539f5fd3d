using Coppice.Client;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tuning;

/// <summary>What a search came to.</summary>
/// <param name="Leaderboard">Everything tried.</param>
/// <param name="Winner">The recipe that is better than the present one by more than chance; null where none is.</param>
public sealed record SearchResult(Leaderboard Leaderboard, Recipe? Winner);

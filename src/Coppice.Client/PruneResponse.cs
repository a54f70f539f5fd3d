namespace Coppice.Client;

/// <summary>Old versions that were let go of.</summary>
/// <param name="Model">The model.</param>
/// <param name="Pruned">Their numbers, newest first; what is known about them stays, they cannot answer any more.</param>
public sealed record PruneResponse(string Model, IReadOnlyList<string> Pruned);

namespace Coppice.Server.Gates;

/// <summary>The same customers scored by both.</summary>
/// <param name="Champion">By the champion.</param>
/// <param name="Challenger">By the challenger.</param>
/// <param name="Who">Whose row each is.</param>
internal sealed record ShockRows(ScoredCustomers Champion, ScoredCustomers Challenger, IReadOnlyList<long> Who);

namespace Coppice.Server.Learners;

/// <summary>How much of the vote each member has; the three add up to 1.</summary>
/// <param name="Additive">What each input does by itself.</param>
/// <param name="Boosted">The boosted trees.</param>
/// <param name="Forest">The random forest.</param>
public sealed record VoteWeights(double Additive, double Boosted, double Forest);

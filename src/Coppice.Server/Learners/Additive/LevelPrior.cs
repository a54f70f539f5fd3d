namespace Coppice.Server.Learners.Additive;

/// <summary>What rows before these have said of the levels.</summary>
/// <param name="Levels">Where the levels were, the intercept first.</param>
/// <param name="Evidence">How firmly each is held there: the curvature that those rows gave the loss, as far as it still counts.</param>
internal sealed record LevelPrior(double[] Levels, double[] Evidence);

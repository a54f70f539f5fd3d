namespace Coppice.Server.Tuning;

/// <summary>How one fit of a candidate did on the rows of a fold that it was not fitted to.</summary>
/// <param name="Losses">One per row.</param>
/// <param name="Ranking">AUC, or normalised Gini of amounts; null where the rows cannot give it.</param>
/// <param name="Seconds">What the fit took.</param>
public sealed record FoldMeasure(double[] Losses, double? Ranking, double Seconds);

/// <summary>Fits a candidate to at most so many rows of a fold and measures it.</summary>
public delegate FoldMeasure FoldFit(Candidate candidate, int fold, int rows, CancellationToken cancellation);

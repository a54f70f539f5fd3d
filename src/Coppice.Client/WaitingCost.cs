namespace Coppice.Client;

/// <summary>What it costs to wait with a retrain, as far as labels that have matured since the promotion tell.</summary>
/// <param name="PerWeek">What acting by the champion saves less than promised, on the customers of a week; 0 where it saves as much or more.</param>
/// <param name="Retrain">What a retrain costs by the definition file; null where it does not say.</param>
/// <param name="Sentence">The same for people.</param>
public sealed record WaitingCost(double PerWeek, double? Retrain, string Sentence);

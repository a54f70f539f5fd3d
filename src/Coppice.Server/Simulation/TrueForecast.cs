namespace Coppice.Server.Simulation;

/// <summary>What truly awaits a customer in a window of days.</summary>
/// <param name="PurchaseProbability">Probability of at least one purchase.</param>
/// <param name="SilenceProbability">Probability of neither a visit nor a purchase.</param>
/// <param name="ExpectedSpend">Expected sum of purchase values in euros, before returns.</param>
public readonly record struct TrueForecast(double PurchaseProbability, double SilenceProbability, double ExpectedSpend);

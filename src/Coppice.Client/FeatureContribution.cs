namespace Coppice.Client;

/// <summary>What one feature did to an answer.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Contribution">How far it moved the answer, as an exact path-dependent SHAP value: in log-odds for a probability, in the logarithm of the amount for an amount.</param>
public sealed record FeatureContribution(string Feature, double Contribution);

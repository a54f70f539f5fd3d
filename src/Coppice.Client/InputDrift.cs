namespace Coppice.Client;

/// <summary>One input now, against what the model has learnt from.</summary>
/// <param name="Input">The input.</param>
/// <param name="Words">The input for people.</param>
/// <param name="Differs">Whether the difference is both surely there and large enough to matter.</param>
/// <param name="Measure"><c>wasserstein</c>, in standard deviations, for numbers; <c>jensen_shannon</c> for few values and categories.</param>
/// <param name="Effect">How much it differs.</param>
/// <param name="Bound">What that may reach: a fixed least, or what stretches of the reference differ by among themselves.</param>
/// <param name="Stability">The population stability index.</param>
/// <param name="StabilityBound">What that may reach.</param>
/// <param name="PValue">How likely a difference like this is by chance, all inputs considered (Benjamini and Hochberg).</param>
/// <param name="Inflation">How many rows are worth one independent row, by how the reference varies from stretch to stretch.</param>
/// <param name="MissingBefore">Share of rows without a value in the reference.</param>
/// <param name="MissingNow">The same now.</param>
/// <param name="NewCategories">Share of rows with a category that the reference does not have; null where that is not known.</param>
/// <param name="MeanBefore">Mean of the reference; null for categories.</param>
/// <param name="MeanNow">Mean now.</param>
/// <param name="Importance">Mean absolute contribution to the score in the reference, in log-odds or in the logarithm of the amount.</param>
/// <param name="ScoreChange">How much higher or lower it moves the mean score now than in the reference, in the same unit.</param>
/// <param name="Before">Shares of the reference in up to ten bins, or by value.</param>
/// <param name="Now">Shares now, in the same bins.</param>
public sealed record InputDrift(
    string Input,
    string Words,
    bool Differs,
    string Measure,
    double Effect,
    double Bound,
    double Stability,
    double StabilityBound,
    double PValue,
    double Inflation,
    double MissingBefore,
    double MissingNow,
    double? NewCategories,
    double? MeanBefore,
    double? MeanNow,
    double Importance,
    double ScoreChange,
    IReadOnlyList<double> Before,
    IReadOnlyList<double> Now);

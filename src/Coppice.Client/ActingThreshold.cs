namespace Coppice.Client;

/// <summary>Where to act from.</summary>
/// <param name="Value">The probability that follows from the model's costs.</param>
/// <param name="Best">The one from which acting would have saved most on the fresh labels; null where acting on nobody would. It checks the other and never replaces it.</param>
/// <param name="Warning">That the two are more than 0.1 apart, which makes the probabilities suspect; null where they are not.</param>
public sealed record ActingThreshold(double Value, double? Best, string? Warning);

/// <summary>What acting by a champion is worth.</summary>
/// <param name="Threshold">The probability to act from.</param>
/// <param name="Saved">What that saved per 1,000 customers on the labels that decided, against acting on nobody; null where it was not measured.</param>
/// <param name="HalfWidth">Half the width of its 95 % interval.</param>
/// <param name="Warning">Why the probabilities are suspect; null where they are not.</param>
public sealed record ActingStatus(double Threshold, double? Saved, double? HalfWidth, string? Warning);

using System.Text.Json.Serialization;

namespace Coppice.Client;

/// <summary>A recorded answer.</summary>
/// <param name="PredictionId">Its id; the caller's own where one was given.</param>
/// <param name="Customer">The customer's key.</param>
/// <param name="Model">The model asked.</param>
/// <param name="Version">The version that answered.</param>
/// <param name="Arm">Which arm answered: <c>champion</c>.</param>
/// <param name="Score">A probability in [0, 1] or an amount.</param>
/// <param name="Explain">The features that moved the answer most, strongest first, where that was asked for.</param>
public sealed record PredictionResponse(
    string PredictionId,
    string Customer,
    string Model,
    string Version,
    string Arm,
    double Score,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<FeatureContribution>? Explain = null);

namespace Coppice.Client;

/// <summary>A question about one customer.</summary>
/// <param name="Customer">The customer's key, at most 500 bytes.</param>
/// <param name="Features">Inputs by name: numbers, words, true, false, or null for missing. They take the place of what is known of the same name.</param>
/// <param name="PredictionId">The caller's own id, at most 200 bytes: the same question sent again is answered as the first time.</param>
/// <param name="Explain">Whether the answer says which features moved it.</param>
public sealed record PredictQuestion(
    string Customer,
    IReadOnlyDictionary<string, object?>? Features = null,
    string? PredictionId = null,
    bool? Explain = null);

namespace Coppice.Client;

/// <summary>A recorded answer.</summary>
/// <param name="PredictionId">Its id; the caller's own where one was given.</param>
/// <param name="Customer">The customer's key.</param>
/// <param name="Model">The model asked.</param>
/// <param name="Version">The version that answered.</param>
/// <param name="Arm">Which arm answered: <c>champion</c>.</param>
/// <param name="Score">A probability in [0, 1] or an amount.</param>
public sealed record PredictionResponse(string PredictionId, string Customer, string Model, string Version, string Arm, double Score);

/// <summary>The answers to a file of customers, and the rows that could not be answered.</summary>
public sealed record PredictFileResponse(
    string Model,
    string Version,
    DateTimeOffset AsOf,
    IReadOnlyList<PredictionResponse> Predictions,
    long SetAside,
    IReadOnlyList<RejectedRow> Rejects);

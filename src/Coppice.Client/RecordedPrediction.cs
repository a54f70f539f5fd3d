using System.Text.Json;

namespace Coppice.Client;

/// <summary>A prediction as it was recorded.</summary>
/// <param name="PredictionId">Its id.</param>
/// <param name="Customer">The customer's key.</param>
/// <param name="Model">The model asked.</param>
/// <param name="Version">The version that answered.</param>
/// <param name="Arm">Which arm answered: <c>champion</c>.</param>
/// <param name="Score">A probability in [0, 1] or an amount.</param>
/// <param name="At">When it was answered.</param>
public sealed record RecordedPrediction(string PredictionId, string Customer, string Model, string Version, string Arm, double Score, DateTimeOffset At);

/// <summary>Predictions about one customer, newest first.</summary>
/// <param name="Predictions">Newest first.</param>
/// <param name="Next">What to give as <c>before</c> for older ones; null at the end.</param>
public sealed record PredictionPage(IReadOnlyList<RecordedPrediction> Predictions, string? Next);

/// <summary>A prediction with what the model saw and what came true.</summary>
/// <param name="Prediction">The prediction.</param>
/// <param name="Inputs">The inputs exactly as the model saw them; a missing input is left out.</param>
/// <param name="Label">What came true; null while the window is open.</param>
/// <param name="MaturesAt">When its window closes; null where only a reported outcome decides.</param>
public sealed record PredictionDetails(
    RecordedPrediction Prediction,
    JsonElement Inputs,
    double? Label,
    DateTimeOffset? MaturesAt);

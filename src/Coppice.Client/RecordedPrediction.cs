using System.Text.Json;
using System.Text.Json.Serialization;

namespace Coppice.Client;

/// <summary>A prediction as it was recorded.</summary>
/// <param name="PredictionId">Its id.</param>
/// <param name="Customer">The customer's key.</param>
/// <param name="Model">The model asked.</param>
/// <param name="Version">The version that answered.</param>
/// <param name="Arm">Which arm answered: <c>champion</c>, <c>challenger</c> where a version takes over step by step, or <c>quick</c> while its companion's answer waits to be refined.</param>
/// <param name="Score">A probability in [0, 1] or an amount.</param>
/// <param name="At">When it was answered.</param>
public sealed record RecordedPrediction(string PredictionId, string Customer, string Model, string Version, string Arm, double Score, DateTimeOffset At)
{
    /// <summary>Of an amount: the least that was expected to come true.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Low { get; init; }

    /// <summary>Of an amount: the most that was expected to come true; left out where no upper end could be named.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? High { get; init; }

    /// <summary>The share of cases in which the truth was to lie between the two.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Interval { get; init; }

    /// <summary>What the companion of the version said at once; left out where the version answered itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? QuickScore { get; init; }

    /// <summary>When the version's score took the place of its companion's; left out before that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RefinedAt { get; init; }

    /// <summary>What moved the score most, strongest first; left out in lists, and where the version is not there any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PredictionReason>? Reasons { get; init; }
}

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

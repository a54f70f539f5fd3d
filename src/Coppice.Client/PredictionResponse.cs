using System.Text.Json.Serialization;

namespace Coppice.Client;

/// <summary>A recorded answer.</summary>
/// <param name="PredictionId">Its id; the caller's own where one was given.</param>
/// <param name="Customer">The customer's key.</param>
/// <param name="Model">The model asked.</param>
/// <param name="Version">The version that answered.</param>
/// <param name="Arm">Which arm answered: <c>champion</c>, <c>challenger</c> where a version takes over step by step, or <c>quick</c> while its companion's answer waits to be refined.</param>
/// <param name="Score">A probability in [0, 1] or an amount.</param>
/// <param name="Reasons">What moved the score most, strongest first, where it was asked for.</param>
public sealed record PredictionResponse(
    string PredictionId,
    string Customer,
    string Model,
    string Version,
    string Arm,
    double Score,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<PredictionReason>? Reasons = null)
{
    /// <summary><c>act</c> or <c>wait</c>, by the model's costs; left out where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Decision { get; init; }

    /// <summary>Of an amount: the least that is expected to come true.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Low { get; init; }

    /// <summary>Of an amount: the most that is expected to come true; left out where too few labels are known to name an upper end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? High { get; init; }

    /// <summary>The share of cases in which the truth is to lie between the two, such as 0.9.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Interval { get; init; }

    /// <summary>What the companion of the version said at once; left out where the version answered itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? QuickScore { get; init; }

    /// <summary>When the companion answered; left out where the version did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When the version's score took the place of its companion's; left out before that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RefinedAt { get; init; }
}

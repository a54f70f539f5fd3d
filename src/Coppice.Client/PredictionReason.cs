using System.Text.Json.Serialization;

namespace Coppice.Client;

/// <summary>How much one input moved one score.</summary>
/// <param name="Input">The input.</param>
/// <param name="Value">What it was: a number or a word; left out where it was missing.</param>
/// <param name="Contribution">
/// How far it moved the score from the model's mean, in log-odds for a probability and in the logarithm of the amount for an amount. Those of
/// all inputs and the mean add up to the score before calibration.
/// </param>
/// <param name="Words">The input and its value for people, such as <c>days since last purchase: 3</c>.</param>
public sealed record PredictionReason(
    string Input,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] object? Value,
    double Contribution,
    string Words)
{
    /// <summary>The words of the customer's newest note that speaks of it, where it comes from notes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Quote { get; init; }
}

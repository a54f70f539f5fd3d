using System.Text.Json.Serialization;

namespace Coppice.Client;

/// <summary>Asks about one customer.</summary>
/// <param name="Customer">The customer's key; inputs are computed from what is known of them.</param>
/// <param name="Features">Inputs by name: numbers, strings, true and false; null is missing. They take the place of computed ones of the same name.</param>
/// <param name="PredictionId">An id of the caller's own; null makes one.</param>
/// <param name="Explain">How many reasons to give for the score.</param>
public sealed record PredictionQuestion(
    string Customer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, object?>? Features = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PredictionId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Explain = 0);

/// <summary>When a prediction is acknowledged.</summary>
public enum PredictionDurability
{
    /// <summary>Once it is on disk.</summary>
    Durable,

    /// <summary>Before it is on disk: faster, and a crash may lose the last few milliseconds.</summary>
    Async,
}

using System.Text.Json.Serialization;

namespace Coppice.Client;

/// <summary>A labelled row, to be recorded: inputs and what came of them in one.</summary>
/// <param name="Inputs">Numbers, words, true and false by name, among them the column that a model learns from.</param>
/// <param name="Customer">The customer's key; null stands for a customer of its own.</param>
/// <param name="Time">When the inputs held; null means now.</param>
public sealed record NewExample(
    IReadOnlyDictionary<string, object?> Inputs,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Customer = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Time = null);

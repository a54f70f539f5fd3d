using System.Text.Json.Serialization;

namespace Coppice.Client;

/// <summary>Free text about a customer, to be recorded.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="Text">The text, at most 64 KiB.</param>
/// <param name="Time">When it was written; null means now.</param>
/// <param name="Language">Its language, where it is known.</param>
/// <param name="Id">An id of the sender's own: sent again, it changes nothing.</param>
public sealed record NewNote(
    string Customer,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Time = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Language = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id = null);

/// <summary>Attributes of a customer, to be recorded.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="Attributes">Numbers, words, true and false by name.</param>
/// <param name="Time">From when they hold; null means now.</param>
public sealed record NewProfile(
    string Customer,
    IReadOnlyDictionary<string, object?> Attributes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Time = null);

/// <summary>What came true, to be recorded.</summary>
/// <param name="Customer">The customer's key; null where a prediction says who it is.</param>
/// <param name="Outcomes">Values by name, such as <c>purchased</c>.</param>
/// <param name="PredictionId">The one prediction it is about; it says who the customer is.</param>
/// <param name="Time">When it came true; null means now.</param>
public sealed record NewOutcome(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Customer,
    IReadOnlyDictionary<string, object?> Outcomes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PredictionId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Time = null);

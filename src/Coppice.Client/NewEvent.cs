using System.Text.Json.Serialization;

namespace Coppice.Client;

/// <summary>Something a customer did, to be recorded. What is left out is not sent.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="Type">Such as <c>purchase</c> or <c>visit</c>.</param>
/// <param name="Time">When it happened; null means now.</param>
/// <param name="Value">What it was worth.</param>
/// <param name="Id">An id of the sender's own: sent again, it changes nothing.</param>
public sealed record NewEvent(
    string Customer,
    string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? Time = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Value = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id = null)
{
    /// <summary>The product it was about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Product { get; init; }

    /// <summary>How many of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Quantity { get; init; }

    /// <summary>The session it was part of.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Session { get; init; }

    /// <summary>Anything else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, object?>? Properties { get; init; }
}

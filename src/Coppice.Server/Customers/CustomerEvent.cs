namespace Coppice.Server.Customers;

/// <summary>Something a customer did.</summary>
/// <param name="Customer">Key of the customer.</param>
/// <param name="Type">Such as <c>purchase</c> or <c>visit</c>.</param>
/// <param name="EventTime">When it happened, microseconds UTC.</param>
/// <param name="KnownTime">When it could first be known, never before it happened.</param>
public sealed record CustomerEvent(string Customer, string Type, long EventTime, long KnownTime)
{
    public double? Value { get; init; }

    public double? Quantity { get; init; }

    public string? Session { get; init; }

    public string? Product { get; init; }

    /// <summary>Anything else, as a JSON object.</summary>
    public string? Properties { get; init; }

    /// <summary>The sender's own id; it makes a second sending harmless.</summary>
    public string? Id { get; init; }
}

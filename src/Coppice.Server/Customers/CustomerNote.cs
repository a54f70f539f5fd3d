namespace Coppice.Server.Customers;

/// <summary>Free text about a customer.</summary>
public sealed record CustomerNote(string Customer, long EventTime, long KnownTime, string? Language, string Text)
{
    public string? Id { get; init; }
}

namespace Coppice.Server.Customers;

/// <summary>Attributes of a customer and the time from which they hold.</summary>
public sealed record CustomerProfile(string Customer, long HoldsFrom, long KnownTime, string Attributes);

namespace Coppice.Server.Simulation;

/// <summary>
/// Something a customer did. <paramref name="EventTime"/> is when it happened, <paramref name="KnownTime"/> when the shop's systems report it; both UTC.
/// <paramref name="Value"/> is in euros and positive: the item's price for a cart, the amount paid for a purchase, the amount paid back for a return.
/// A return carries the session of its purchase.
/// </summary>
public sealed record ShopEvent(
    string Id,
    string Customer,
    string Type,
    DateTimeOffset EventTime,
    DateTimeOffset KnownTime,
    string Session,
    string? Product,
    string? Category,
    decimal? Value);

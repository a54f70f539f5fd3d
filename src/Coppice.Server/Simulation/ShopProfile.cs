namespace Coppice.Server.Simulation;

/// <summary>
/// Attributes of a customer that hold from <paramref name="Since"/> until the next profile of the same customer. Null is not known;
/// the country is a two-letter ISO 3166-1 code.
/// </summary>
public sealed record ShopProfile(
    string Customer,
    DateTimeOffset Since,
    string? Country,
    string? AgeBand,
    string? Channel,
    bool? Newsletter);

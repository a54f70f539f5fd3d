namespace Coppice.Server.Simulation;

/// <summary>
/// Everything that arrives on one day (UTC), each list in order of arrival. Events arrive on the day of their known time,
/// so a day can bring purchases of days before.
/// </summary>
public sealed record ShopDay(
    DateOnly Date,
    IReadOnlyList<ShopProfile> Profiles,
    IReadOnlyList<ShopEvent> Events,
    IReadOnlyList<ShopNote> Notes);

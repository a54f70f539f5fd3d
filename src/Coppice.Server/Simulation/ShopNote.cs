namespace Coppice.Server.Simulation;

/// <summary>What an advisor wrote about a customer after a visit; known once it is typed up. The language is a two-letter ISO 639-1 code.</summary>
public sealed record ShopNote(string Id, string Customer, DateTimeOffset Time, DateTimeOffset KnownTime, string Language, string Text);

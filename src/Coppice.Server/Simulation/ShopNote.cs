namespace Coppice.Server.Simulation;

/// <summary>What an advisor wrote about a customer after a visit; known as soon as written. The language is a two-letter ISO 639-1 code.</summary>
public sealed record ShopNote(string Id, string Customer, DateTimeOffset Time, string Language, string Text);

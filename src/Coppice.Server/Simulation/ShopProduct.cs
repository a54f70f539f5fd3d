namespace Coppice.Server.Simulation;

/// <summary>Something the boutique sells, with its list price in euros.</summary>
public sealed record ShopProduct(string Id, string Category, decimal Price);

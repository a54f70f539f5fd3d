namespace Coppice.Server.Simulation;

/// <summary>The types of the shop's events.</summary>
public static class ShopEventTypes
{
    public const string Visit = "visit";
    public const string Cart = "cart";
    public const string Purchase = "purchase";
    public const string Return = "return";
}

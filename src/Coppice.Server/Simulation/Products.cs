namespace Coppice.Server.Simulation;

/// <summary>The range of the boutique: every category from small to precious.</summary>
public static class Products
{
    public static readonly IReadOnlyList<string> Categories = ["scarves", "bags", "shoes", "fragrance", "jewellery", "watches"];

    private static readonly decimal[] Prices = [15, 25, 39, 59, 89, 129, 195, 290, 450, 690, 1100];

    public static readonly IReadOnlyList<ShopProduct> All =
        [.. Categories.SelectMany(category => Prices.Select((price, i) => new ShopProduct($"{category}-{i + 1:00}", category, price)))];

    /// <summary>The product of <paramref name="category"/> whose price is nearest, by ratio, to <paramref name="price"/>.</summary>
    internal static ShopProduct Nearest(string category, double price)
    {
        int tier = 0;
        while (tier < Prices.Length - 1 && price * price > (double)(Prices[tier] * Prices[tier + 1]))
            tier++;
        return All[(IndexOf(category) * Prices.Length) + tier];
    }

    internal static int IndexOf(string category)
    {
        for (int i = 0; i < Categories.Count; i++)
            if (Categories[i] == category) return i;
        throw new ArgumentException($"Expected one of {string.Join(", ", Categories)}, found \"{category}\".", nameof(category));
    }
}

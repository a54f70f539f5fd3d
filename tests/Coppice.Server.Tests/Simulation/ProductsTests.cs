using Coppice.Server.Simulation;

namespace Coppice.Server.Tests.Simulation;

public sealed class ProductsTests
{
    [Theory]
    [InlineData(0.01, 15)]
    [InlineData(30, 25)]
    [InlineData(32, 39)]
    [InlineData(1e9, 1100)]
    public void Nearest_product_is_nearest_by_ratio(double price, double expected)
    {
        ShopProduct product = Products.Nearest("bags", price);

        Assert.Equal("bags", product.Category);
        Assert.Equal((decimal)expected, product.Price);
    }

    [Fact]
    public void Unknown_category_is_an_error_that_names_the_known_ones() =>
        Assert.Contains("scarves, bags", Assert.Throws<ArgumentException>(() => Products.Nearest("cars", 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void Product_ids_are_unique() => Assert.Equal(Products.All.Count, Products.All.Select(product => product.Id).Distinct().Count());
}

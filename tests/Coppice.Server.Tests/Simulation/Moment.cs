using Coppice.Server.Simulation;

namespace Coppice.Server.Tests.Simulation;

/// <summary>The truth about every customer at the start of one day.</summary>
internal sealed record Moment(
    int Day,
    string[] Customers,
    CustomerKind[] Kinds,
    CustomerState[] States,
    TrueForecast[] Month,
    TrueForecast[] MonthAtPricesOfTheDay,
    TrueForecast[] Quarter)
{
    public static Moment Of(Shop shop)
    {
        string[] customers = [.. shop.Customers];
        return new(
            shop.Offset,
            customers,
            [.. customers.Select(shop.Truth.KindOf)],
            [.. customers.Select(shop.Truth.StateOf)],
            [.. customers.Select(customer => shop.Truth.Forecast(customer, 30, Foresight.PriceDates))],
            [.. customers.Select(customer => shop.Truth.Forecast(customer, 30, Foresight.PricesOfTheDay))],
            [.. customers.Select(customer => shop.Truth.Forecast(customer, 90, Foresight.PriceDates))]);
    }

    public bool[] BoughtInMonth(PlayedShop played) => [.. Customers.Select(customer => played.Bought(customer, Day, 30))];

    public bool[] SilentInQuarter(PlayedShop played) => [.. Customers.Select(customer => played.WasSilent(customer, Day, 90))];

    public double[] SpentInQuarter(PlayedShop played) => [.. Customers.Select(customer => played.Spent(customer, Day, 90))];

    public double[] PurchaseProbabilities => [.. Month.Select(forecast => forecast.PurchaseProbability)];

    /// <summary>The scorer anyone would write first: purchases in the last 90 days, the latest visit deciding between equals.</summary>
    public double[] FrequencyAndRecency(PlayedShop played) =>
        [.. Customers.Select(customer => played.Purchases(customer, Day - 90, 90) - (played.DaysSinceVisit(customer, Day) / 1000))];

    public double[] Recency(PlayedShop played) => [.. Customers.Select(customer => -played.DaysSinceVisit(customer, Day))];
}

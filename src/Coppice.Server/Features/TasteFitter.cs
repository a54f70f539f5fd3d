using Coppice.Server.Customers;
using Coppice.Server.Statistics;

namespace Coppice.Server.Features;

/// <summary>Places the products of a type of event by who takes them, or says why that cannot be done.</summary>
internal sealed class TasteFitter(EventHistory history, PlanScope scope)
{
    /// <summary>A product that fewer customers take could lie anywhere.</summary>
    private const int FewestCustomers = 10;

    /// <summary>Fewer products are told apart as they are.</summary>
    private const int FewestProducts = 20;

    private const int MostProducts = 300;
    private const int MostFactors = 8;

    /// <summary>Who takes more different products than this is no customer but a shop of their own; the first ones say enough.</summary>
    private const int MostOfOneCustomer = 100;

    public List<string> LeftOut { get; } = [];

    public TastePlan? Fit(string type)
    {
        var baskets = Baskets(type);
        var customers = new Dictionary<long, int>();
        foreach (long product in baskets.SelectMany(basket => basket))
            customers[product] = customers.GetValueOrDefault(product) + 1;
        long[] products = [.. customers.Where(c => c.Value >= FewestCustomers).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(MostProducts).Select(c => c.Key)];
        if (products.Length < FewestProducts)
        {
            LeftOut.Add($"events.{type}.taste_*: {products.Length} products were taken by {FewestCustomers} customers or more, {FewestProducts} are needed");
            return null;
        }

        double[][] places = CooccurrenceFactors.Of(Together(baskets, products), [.. products.Select(p => customers[p])], baskets.Count, MostFactors);
        return places[0].Length == 0 ? null : new TastePlan(type, products, Array.ConvertAll(places, place => Array.ConvertAll(place, x => (float)x)));
    }

    /// <summary>The different products that each customer had taken by then.</summary>
    private List<HashSet<long>> Baskets(string type)
    {
        int number = Array.IndexOf(history.TypeNames, type);
        var baskets = new List<HashSet<long>>();
        for (int c = 0; c < history.CustomerIds.Length; c++)
        {
            var basket = new HashSet<long>();
            for (int i = history.Starts[c]; i < history.Starts[c + 1] && history.EventTimes[i] < scope.Until && basket.Count < MostOfOneCustomer; i++)
            {
                if (history.Types[i] == number && history.Products[i] != 0 && history.KnownTimes[i] <= scope.KnownBy)
                    basket.Add(history.Products[i]);
            }

            if (basket.Count > 0)
                baskets.Add(basket);
        }

        return baskets;
    }

    private static int[,] Together(List<HashSet<long>> baskets, long[] products)
    {
        var placeOf = products.Select((product, place) => (product, place)).ToDictionary(p => p.product, p => p.place);
        int[,] together = new int[products.Length, products.Length];
        foreach (var basket in baskets)
        {
            int[] places = [.. basket.Where(placeOf.ContainsKey).Select(p => placeOf[p])];
            foreach (int first in places)
            {
                foreach (int second in places)
                    together[first, second]++;
            }
        }

        return together;
    }
}

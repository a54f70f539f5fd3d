using Coppice.Server.Customers;
using Coppice.Server.Statistics;

namespace Coppice.Server.Tests.Support;

/// <summary>Purchases of customers with a rate and a habit of spending of their own, from about day -200 to day 0.</summary>
internal static class SomeShoppers
{
    /// <summary>In no order of time; each has at least one.</summary>
    /// <param name="count">How many.</param>
    /// <param name="growth">Above zero, who comes more often spends more each time.</param>
    /// <param name="seed">Another one, other customers under the same names.</param>
    public static CustomerEvent[] Purchases(int count, double growth = 0, ulong seed = 5)
    {
        var random = new SplitMix64(seed);
        var events = new List<CustomerEvent>();
        for (int i = 0; i < count; i++)
        {
            double gap = 10 + (60 * random.NextDouble());
            double spend = growth > 0 ? 1000 * growth / gap : 20 + (40 * random.NextDouble());
            for (double day = -200 + (100 * random.NextDouble()); day < 0; day += gap * 2 * random.NextDouble())
                events.Add(Workspace.Event($"s{i}", "purchase", day, value: spend * (0.5 + random.NextDouble())));
        }

        return [.. events];
    }
}

namespace Coppice.Server.Simulation;

/// <summary>The rates of every kind, day and price level, computed once each.</summary>
internal sealed class Calendar(ShopOptions options)
{
    private static readonly int KindCount = Kinds.All.Count;

    private readonly Dictionary<Prices, List<DayRates?[]>> _rates = new() { [Prices.Usual] = [], [Prices.Raised] = [] };

    public Prices PricesOn(int day) => options.PricesOn(options.DateOf(day));

    /// <summary>The rates of <paramref name="kind"/> on the day <paramref name="day"/> days after the first, at <paramref name="prices"/>.</summary>
    public DayRates Rates(CustomerKind kind, int day, Prices prices)
    {
        List<DayRates?[]> days = _rates[prices];
        int index = day + options.HistoryDays;
        while (days.Count <= index)
            days.Add(new DayRates?[KindCount]);
        return days[index][(int)kind] ??= new DayRates(Kinds.Of(kind), options.DateOf(day), prices);
    }
}

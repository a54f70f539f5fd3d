using Coppice.Server.Simulation;

namespace Coppice.Server.Tests.Simulation;

/// <summary>The default shop, played once for all tests, with its truth noted every thirty days and everything that came true.</summary>
internal sealed class PlayedShop
{
    private static readonly Lazy<PlayedShop> Played = new(() => new PlayedShop());

    private readonly Dictionary<string, List<(double Day, double Value)>> _purchases = [];
    private readonly Dictionary<string, List<double>> _visits = [];

    private PlayedShop()
    {
        // Long enough that windows of 90 days which open within the year are over and reported.
        var shop = new Shop(Options);
        while (!shop.IsClosed)
        {
            if (shop.Offset is >= 0 and <= 360 && shop.Offset % 30 == 0)
                Moments.Add(Moment.Of(shop));
            Record(shop.Advance());
        }
    }

    public static PlayedShop Default => Played.Value;

    public static ShopOptions Options { get; } = new() { Days = 470 };

    public List<ShopDay> Days { get; } = [];

    public List<Moment> Moments { get; } = [];

    public IEnumerable<ShopDay> Year => Days.Where(day => day.Date >= Options.FirstDay && day.Date < Options.DateOf(365));

    public IEnumerable<ShopEvent> Events => Days.SelectMany(day => day.Events);

    public IEnumerable<ShopNote> Notes => Days.SelectMany(day => day.Notes);

    public bool Bought(string customer, int from, int days) => Purchases(customer, from, days) > 0;

    public bool WasSilent(string customer, int from, int days) =>
        !_visits.TryGetValue(customer, out var visits) || !visits.Any(day => IsIn(day, from, days));

    public double Spent(string customer, int from, int days) =>
        _purchases.TryGetValue(customer, out var purchases) ? purchases.Where(p => IsIn(p.Day, from, days)).Sum(p => p.Value) : 0;

    public int Purchases(string customer, int from, int days) =>
        _purchases.TryGetValue(customer, out var purchases) ? purchases.Count(p => IsIn(p.Day, from, days)) : 0;

    public double DaysSinceVisit(string customer, int day) =>
        _visits.TryGetValue(customer, out var visits) ? day - visits.Where(visit => visit < day).DefaultIfEmpty(-400).Max() : 400;

    /// <summary>Days from the first day to <paramref name="time"/>.</summary>
    public static double DayOf(DateTimeOffset time) => (time.UtcDateTime - Options.FirstDay.ToDateTime(TimeOnly.MinValue)).TotalDays;

    private static bool IsIn(double day, int from, int days) => day >= from && day < from + days;

    private void Record(ShopDay day)
    {
        Days.Add(day);
        foreach (ShopEvent shopEvent in day.Events)
        {
            double at = DayOf(shopEvent.EventTime);
            if (shopEvent.Type == ShopEventTypes.Purchase)
                Of(_purchases, shopEvent.Customer).Add((at, (double)shopEvent.Value!.Value));
            else if (shopEvent.Type == ShopEventTypes.Visit)
                Of(_visits, shopEvent.Customer).Add(at);
        }
    }

    private static List<T> Of<T>(Dictionary<string, List<T>> lists, string customer)
    {
        if (!lists.TryGetValue(customer, out List<T>? list))
            lists[customer] = list = [];
        return list;
    }
}

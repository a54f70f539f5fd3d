using System.Security.Cryptography;
using System.Text.Json;
using Coppice.Server.Simulation;

namespace Coppice.Server.Tests.Simulation;

public sealed class ShopTests
{
    private static readonly ShopOptions Small = new()
    {
        Customers = 300,
        NewCustomersPerDay = 1,
        HistoryDays = 40,
        Days = 60,
        ShockStart = 20,
        ShockDays = 20,
        OutageStart = 45,
        OutageDays = 5,
    };

    [Fact]
    public void Same_seed_plays_the_same_bytes_and_another_seed_does_not()
    {
        string first = Hash(Small);

        Assert.Equal(first, Hash(Small));
        Assert.NotEqual(first, Hash(Small with { Seed = 2 }));
    }

    [Fact]
    public void Days_before_the_shock_do_not_depend_on_it()
    {
        var with = new Shop(Small);
        var without = new Shop(Small with { ShockDays = 0 });
        while (with.Offset < Small.ShockStart)
            Assert.Equal(JsonSerializer.Serialize(with.Advance()), JsonSerializer.Serialize(without.Advance()));
        Assert.NotEqual(JsonSerializer.Serialize(with.Advance()), JsonSerializer.Serialize(without.Advance()));
    }

    [Fact]
    public void Asking_for_the_truth_changes_nothing()
    {
        var asked = new Shop(Small);
        var silent = new Shop(Small);
        while (!asked.IsClosed)
        {
            foreach (string customer in asked.Customers)
                asked.Truth.Forecast(customer, 10, Foresight.PriceDates);
            Assert.Equal(JsonSerializer.Serialize(asked.Advance()), JsonSerializer.Serialize(silent.Advance()));
        }
    }

    [Fact]
    public void History_ends_on_the_first_day_with_the_customers_asked_for()
    {
        var shop = new Shop(new ShopOptions());
        IReadOnlyList<ShopDay> history = shop.PlayHistory();

        Assert.Equal(180, history.Count);
        Assert.Equal(new DateOnly(2025, 1, 6), shop.Today);
        Assert.Equal(2500, shop.Customers.Count);
    }

    [Fact]
    public void Shop_grows_to_about_four_thousand_customers_in_a_year() =>
        Assert.InRange(PlayedShop.Default.Moments[^1].Customers.Length, 3_700, 4_300);

    [Fact]
    public void Every_list_of_a_day_is_in_order_of_arrival()
    {
        foreach (ShopDay day in PlayedShop.Default.Days)
        {
            Assert.All(day.Events, e => Assert.Equal(day.Date, DateOnly.FromDateTime(e.KnownTime.UtcDateTime)));
            Assert.Equal(day.Events.OrderBy(e => e.KnownTime).ThenBy(e => e.Id, StringComparer.Ordinal), day.Events);
            Assert.All(day.Notes, n => Assert.Equal(day.Date, DateOnly.FromDateTime(n.KnownTime.UtcDateTime)));
            Assert.Equal(day.Notes.OrderBy(n => n.KnownTime).ThenBy(n => n.Id, StringComparer.Ordinal), day.Notes);
            Assert.Equal(day.Profiles.OrderBy(p => p.Since).ThenBy(p => p.Customer, StringComparer.Ordinal), day.Profiles);
        }
    }

    [Fact]
    public void Every_event_has_an_id_of_its_own_and_a_customer_who_is_known_by_then()
    {
        var ids = new HashSet<string>();
        var known = new Dictionary<string, DateTimeOffset>();
        foreach (ShopDay day in PlayedShop.Default.Days)
        {
            foreach (ShopProfile profile in day.Profiles)
                known.TryAdd(profile.Customer, profile.Since);
            foreach (ShopEvent shopEvent in day.Events)
            {
                Assert.True(ids.Add(shopEvent.Id), shopEvent.Id);
                Assert.True(known[shopEvent.Customer] <= shopEvent.EventTime, shopEvent.Id);
            }
        }
    }

    [Fact]
    public void Purchases_follow_a_visit_of_their_session_and_returns_follow_their_purchase()
    {
        ILookup<string, ShopEvent> sessions = PlayedShop.Default.Events.ToLookup(e => e.Session);
        foreach (ShopEvent purchase in PlayedShop.Default.Events.Where(e => e.Type == ShopEventTypes.Purchase))
        {
            ShopEvent visit = Assert.Single(sessions[purchase.Session], e => e.Type == ShopEventTypes.Visit);
            Assert.True(visit.EventTime < purchase.EventTime && visit.EventTime.Date == purchase.EventTime.Date);
            Assert.True(purchase.Value > 0);
            ShopEvent? returned = sessions[purchase.Session].SingleOrDefault(e => e.Type == ShopEventTypes.Return);
            if (returned is null) continue;

            Assert.True(returned.EventTime > purchase.EventTime.AddDays(3));
            Assert.Equal((purchase.Value, purchase.Product), (returned.Value, returned.Product));
        }
    }

    [Fact]
    public void Return_share_lies_between_that_of_the_best_and_the_worst_kind()
    {
        int purchases = PlayedShop.Default.Events.Count(e => e.Type == ShopEventTypes.Purchase);
        int returns = PlayedShop.Default.Events.Count(e => e.Type == ShopEventTypes.Return);

        Assert.InRange((double)returns / purchases, 0.06, 0.14);
    }

    [Fact]
    public void Closed_shop_refuses_another_day()
    {
        var shop = new Shop(Small with { Days = 0, HistoryDays = 0 });

        Assert.Contains("closed before 2025-01-06", Assert.Throws<InvalidOperationException>(shop.Advance).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shop_is_refused_with_all_problems_of_its_options()
    {
        var options = new ShopOptions { Customers = 0, NewCustomersPerDay = double.NaN, Days = -1 };

        string message = Assert.Throws<ArgumentException>(() => new Shop(options)).Message;

        Assert.Contains("Customers must be at least 1, but is 0.", message, StringComparison.Ordinal);
        Assert.Contains("NewCustomersPerDay must be at least 0, but is NaN.", message, StringComparison.Ordinal);
        Assert.Contains("Days must be at least 0, but is -1.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_newcomers_than_the_history_has_room_for_is_a_problem() =>
        Assert.Contains("well above the newcomers of the history", Assert.Single(new ShopOptions { Customers = 500 }.Problems()), StringComparison.Ordinal);

    private static List<ShopDay> Play(ShopOptions options)
    {
        var days = new List<ShopDay>();
        for (var shop = new Shop(options); !shop.IsClosed;)
            days.Add(shop.Advance());
        return days;
    }

    private static string Hash(ShopOptions options) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Play(options))));
}

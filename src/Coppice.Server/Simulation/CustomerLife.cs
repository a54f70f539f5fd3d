using Coppice.Server.Statistics;

namespace Coppice.Server.Simulation;

/// <summary>Plays one customer's day: visit, carts, purchase, return, note, and the step to the next day's state.</summary>
internal sealed class CustomerLife(ShopOptions options, Calendar calendar, Deliveries deliveries)
{
    private const double ValueSpread = 0.45;
    private const double FavouriteShare = 0.65;
    private const double NewsletterChange = 0.01;

    private readonly OutcomeFeed _feed = new(options);

    public void Play(ShopCustomer customer, int day)
    {
        if (customer.State == CustomerState.Left) return;

        DayRates rates = calendar.Rates(customer.Traits.Kind, day, calendar.PricesOn(day));
        bool visits = customer.Random.Chance(customer.VisitProbability(rates, customer.State));
        bool purchases = visits && PlayVisit(customer, rates, DuringOpeningHours(day, customer.Random));
        Step(customer, rates, purchases);
    }

    /// <summary>A newcomer's first day: the visit is certain and the profile is born with it.</summary>
    public void PlayFirst(ShopCustomer customer, int day)
    {
        DayRates rates = calendar.Rates(customer.Traits.Kind, day, calendar.PricesOn(day));
        DateTimeOffset time = DuringOpeningHours(day, customer.Random);
        customer.Profile = customer.Profile with { Since = time };
        deliveries.Add(customer.Profile);
        Step(customer, rates, PlayVisit(customer, rates, time));
    }

    private static void Step(ShopCustomer customer, DayRates rates, bool purchased)
    {
        StateWeights next = purchased ? rates.AfterPurchase : rates.AfterNone(customer.State);
        customer.State = next.At(customer.Random.NextDouble());
    }

    /// <summary>Plays a visit and tells whether it ended in a purchase.</summary>
    private bool PlayVisit(ShopCustomer customer, DayRates rates, DateTimeOffset time)
    {
        SplitMix64 random = customer.Random;
        double wishes = customer.WishProbability(rates, customer.State);
        double purchases = customer.PurchaseProbability(rates, customer.State);
        double position = random.NextDouble();
        bool purchased = position < purchases;
        bool cart = position < wishes || random.Chance(customer.Traits.IdleCart);

        string session = customer.NextSessionId();
        string category = random.Chance(FavouriteShare) ? customer.FavouriteCategory : random.Pick(Products.Categories);
        double value = customer.Basket * rates.BasketFactor * random.Factor(ValueSpread);

        Add(ShopEventTypes.Visit, time, time, null);
        for (int left = cart ? 1 + random.Poisson(0.4) : 0; left > 0; left--)
        {
            DateTimeOffset filled = time + random.Delay(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20));
            ShopProduct item = Products.Nearest(category, value * random.Factor(0.5));
            AddItem(ShopEventTypes.Cart, filled, filled, item, item.Price);
        }

        if (purchased)
            AddPurchase(time + random.Delay(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(50)));
        NoteOccasion occasion = purchased ? NoteOccasion.Bought : NoteOccasion.Looked;
        if (random.Chance(customer.Traits.Notes))
            deliveries.Add(Advisor.Write(customer, time + random.Delay(TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(90)), category, occasion));
        if (random.Chance(NewsletterChange))
            ChangeNewsletter(customer, time);
        return purchased;

        void AddPurchase(DateTimeOffset paid)
        {
            ShopProduct product = Products.Nearest(category, value);
            decimal amount = Math.Max(1, Math.Round((decimal)value, 2));
            AddItem(ShopEventTypes.Purchase, paid, _feed.KnownTime(paid, random), product, amount);
            if (!random.Chance(customer.Traits.Returns)) return;

            DateTimeOffset returned = paid + random.Delay(TimeSpan.FromDays(4), TimeSpan.FromDays(24));
            AddItem(ShopEventTypes.Return, returned, _feed.KnownTime(returned, random), product, amount);
        }

        void AddItem(string type, DateTimeOffset at, DateTimeOffset known, ShopProduct item, decimal amount) =>
            deliveries.Add(new ShopEvent(customer.NextEventId(), customer.Key, type, at, known, session, item.Id, item.Category, amount));

        void Add(string type, DateTimeOffset at, DateTimeOffset known, decimal? amount) =>
            deliveries.Add(new ShopEvent(customer.NextEventId(), customer.Key, type, at, known, session, null, category, amount));
    }

    private void ChangeNewsletter(ShopCustomer customer, DateTimeOffset time)
    {
        bool wanted = !(customer.Profile.Newsletter ?? customer.Random.Chance(0.5));
        customer.Profile = customer.Profile with { Since = time, Newsletter = wanted };
        deliveries.Add(customer.Profile);
    }

    /// <summary>Between 8:00 and 22:00, mostly in the afternoon, so that all of a visit falls on its day.</summary>
    private DateTimeOffset DuringOpeningHours(int day, SplitMix64 random)
    {
        double share = (random.NextDouble() + random.NextDouble()) / 2;
        var opening = new DateTimeOffset(options.DateOf(day), new TimeOnly(8, 0), TimeSpan.Zero);
        return opening + TimeSpan.FromSeconds(Math.Floor(share * TimeSpan.FromHours(14).TotalSeconds));
    }
}

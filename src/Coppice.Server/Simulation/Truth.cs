namespace Coppice.Server.Simulation;

/// <summary>
/// What no model can see, as of the start (00:00 UTC) of <see cref="Shop.Today"/>: each customer's kind and state, and the exact forecast that follows.
/// </summary>
/// <remarks>
/// A day holds one visit with probability 1 - exp(-own factor × rate of kind, state and day). A visit ends in a purchase with a probability of the same
/// three. The next state depends on kind, state, day and whether there was a purchase, on nothing else. So the shares of the states are carried forward
/// day by day without error or sampling: of everyone for the mean spend, of those without a purchase yet, of those without a visit yet.
/// </remarks>
public sealed class Truth
{
    private readonly Shop _shop;
    private readonly Calendar _calendar;

    internal Truth(Shop shop, Calendar calendar)
    {
        _shop = shop;
        _calendar = calendar;
    }

    public CustomerKind KindOf(string customer) => _shop.Find(customer).Traits.Kind;

    public CustomerState StateOf(string customer) => _shop.Find(customer).State;

    /// <summary>What awaits <paramref name="customer"/> from the start of <see cref="Shop.Today"/> for <paramref name="days"/> days.</summary>
    public TrueForecast Forecast(string customer, int days, Foresight foresight)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return Forecast(_shop.Find(customer), days, foresight);
    }

    private TrueForecast Forecast(ShopCustomer customer, int days, Foresight foresight)
    {
        if (customer.State == CustomerState.Left) return new(0, 1, 0);

        int today = _shop.Offset;
        Prices pricesOfToday = _calendar.PricesOn(today);
        StateWeights everyone = StateWeights.Certain(customer.State);
        StateWeights withoutPurchase = everyone;
        StateWeights silent = everyone;
        double spend = 0;

        for (int day = today; day < today + days; day++)
        {
            Prices prices = foresight == Foresight.PriceDates ? _calendar.PricesOn(day) : pricesOfToday;
            DayRates rates = _calendar.Rates(customer.Traits.Kind, day, prices);
            StateRates visits = Visits(customer, rates);
            StateRates purchases = Purchases(customer, rates, visits);

            StateWeights buyers = Share(everyone, purchases);
            spend += buyers.Sum * customer.Basket * rates.BasketFactor;

            everyone = rates.AfterNone(Rest(everyone, purchases)) + (rates.AfterPurchase * buyers.Sum);
            withoutPurchase = rates.AfterNone(Rest(withoutPurchase, purchases));
            silent = rates.AfterNone(Rest(silent, visits));
        }

        return new(1 - withoutPurchase.Sum, silent.Sum, spend);
    }

    private static StateRates Visits(ShopCustomer customer, DayRates rates) => new(
        customer.VisitProbability(rates, CustomerState.Idle),
        customer.VisitProbability(rates, CustomerState.Interested),
        customer.VisitProbability(rates, CustomerState.Keen));

    private static StateRates Purchases(ShopCustomer customer, DayRates rates, StateRates visits) => new(
        visits.Idle * customer.PurchaseProbability(rates, CustomerState.Idle),
        visits.Interested * customer.PurchaseProbability(rates, CustomerState.Interested),
        visits.Keen * customer.PurchaseProbability(rates, CustomerState.Keen));

    private static StateWeights Share(StateWeights weights, StateRates rates) =>
        new(weights.Idle * rates.Idle, weights.Interested * rates.Interested, weights.Keen * rates.Keen, 0);

    private static StateWeights Rest(StateWeights weights, StateRates rates) => new(
        weights.Idle * (1 - rates.Idle), weights.Interested * (1 - rates.Interested), weights.Keen * (1 - rates.Keen), weights.Left);
}

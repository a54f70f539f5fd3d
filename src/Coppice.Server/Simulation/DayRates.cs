namespace Coppice.Server.Simulation;

/// <summary>The hidden rates of one kind on one day at one price level: all that the generator draws from and the truth computes with.</summary>
internal sealed class DayRates
{
    /// <summary>Raised prices lift the average basket by this factor.</summary>
    private const double RaisedBasket = 1.25;

    private readonly StateWeights _fromIdle;
    private readonly StateWeights _fromInterested;
    private readonly StateWeights _fromKeen;

    public DayRates(KindTraits traits, DateOnly date, Prices prices)
    {
        bool raised = prices == Prices.Raised;
        Visits = traits.Visits * Season.Traffic(date);
        Wishes = traits.Purchases;
        Purchases = traits.Purchases * (raised ? traits.RaisedPurchases : 1);
        BasketFactor = raised ? RaisedBasket : 1;
        AfterPurchase = traits.AfterPurchase;

        double pull = 1 + (traits.GiftPull * (Season.Gifts(date) - 1)) + (traits.SalePull * (Season.Sales(date) - 1));
        double interest = Math.Min(0.9, traits.BecomesInterested * pull * (raised ? traits.RaisedInterest : 1));
        _fromIdle = new(1 - interest - traits.Leaves, interest, 0, traits.Leaves);
        _fromInterested = new(traits.LosesInterest, 1 - traits.LosesInterest - traits.BecomesKeen, traits.BecomesKeen, 0);
        _fromKeen = new(traits.CoolsDown / 2, traits.CoolsDown / 2, 1 - traits.CoolsDown, 0);
    }

    /// <summary>Visits per day by state, before the customer's own factor.</summary>
    public StateRates Visits { get; }

    /// <summary>Probability that a visit ends in a purchase, before the customer's own factor.</summary>
    public StateRates Purchases { get; }

    /// <summary>The same at usual prices. Carts follow it, so raised prices leave full carts standing.</summary>
    public StateRates Wishes { get; }

    public double BasketFactor { get; }

    /// <summary>Distribution of the next day's state after a day with a purchase.</summary>
    public StateWeights AfterPurchase { get; }

    /// <summary>Distribution of the next day's state after a day without a purchase. A visit makes no difference, which keeps the truth exact.</summary>
    public StateWeights AfterNone(CustomerState state) => state switch
    {
        CustomerState.Idle => _fromIdle,
        CustomerState.Interested => _fromInterested,
        CustomerState.Keen => _fromKeen,
        _ => StateWeights.Certain(CustomerState.Left),
    };

    /// <summary>One day without a purchase for a share of each state.</summary>
    public StateWeights AfterNone(in StateWeights weights) => new(
        (weights.Idle * _fromIdle.Idle) + (weights.Interested * _fromInterested.Idle) + (weights.Keen * _fromKeen.Idle),
        (weights.Idle * _fromIdle.Interested) + (weights.Interested * _fromInterested.Interested) + (weights.Keen * _fromKeen.Interested),
        (weights.Idle * _fromIdle.Keen) + (weights.Interested * _fromInterested.Keen) + (weights.Keen * _fromKeen.Keen),
        weights.Left + (weights.Idle * _fromIdle.Left));
}

namespace Coppice.Server.Simulation;

/// <summary>How customers of one kind behave on average; a customer's own factors multiply it. Rates are per day unless said otherwise.</summary>
internal sealed record KindTraits(CustomerKind Kind)
{
    /// <summary>Weights of this kind among the first customers, among newcomers, and among newcomers while prices are raised.</summary>
    public required double OpeningShare { get; init; }
    public required double NewcomerShare { get; init; }
    public required double NewcomerShareRaised { get; init; }

    /// <summary>Visits per day by state; a day has a visit with probability 1 - exp(-rate).</summary>
    public required StateRates Visits { get; init; }

    /// <summary>Probability that a visit ends in a purchase, by state.</summary>
    public required StateRates Purchases { get; init; }

    /// <summary>Probability of a filled cart in a visit without intent to purchase.</summary>
    public required double IdleCart { get; init; }

    public required double BecomesInterested { get; init; }
    public required double BecomesKeen { get; init; }
    public required double LosesInterest { get; init; }
    public required double CoolsDown { get; init; }

    /// <summary>Probability of leaving for good on a day spent idle.</summary>
    public required double Leaves { get; init; }

    /// <summary>Distribution of the next day's state after a purchase.</summary>
    public required StateWeights AfterPurchase { get; init; }

    /// <summary>Factors of purchase probability and of becoming interested while prices are raised.</summary>
    public required double RaisedPurchases { get; init; }
    public required double RaisedInterest { get; init; }

    /// <summary>How strongly gift seasons and sales wake interest: 0 not at all, 1 as the season says.</summary>
    public double GiftPull { get; init; }
    public double SalePull { get; init; }

    /// <summary>Mean purchase value in euros at usual prices.</summary>
    public required double Basket { get; init; }

    /// <summary>Probability that a purchase is returned.</summary>
    public required double Returns { get; init; }

    /// <summary>Probability that an advisor writes a note about a visit.</summary>
    public required double Notes { get; init; }
}

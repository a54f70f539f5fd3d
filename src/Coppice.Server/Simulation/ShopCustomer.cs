using Coppice.Server.Statistics;

namespace Coppice.Server.Simulation;

/// <summary>A customer with everything that is hidden about them.</summary>
internal sealed class ShopCustomer(string key, KindTraits traits, SplitMix64 random)
{
    /// <summary>No visit is surer of a purchase than this, whoever the customer is.</summary>
    private const double SurestPurchase = 0.95;

    private int _events;
    private int _sessions;
    private int _notes;

    public string Key { get; } = key;

    public KindTraits Traits { get; } = traits;

    /// <summary>Each customer draws from a source of their own, so none depends on what another does.</summary>
    public SplitMix64 Random { get; } = random;

    public CustomerState State { get; set; }

    public required ShopProfile Profile { get; set; }

    public required string Language { get; init; }

    public required string FavouriteCategory { get; init; }

    /// <summary>The customer's own factors of the kind's visits and purchases.</summary>
    public required double VisitFactor { get; init; }
    public required double PurchaseFactor { get; init; }

    /// <summary>Mean purchase value of this customer at usual prices, in euros.</summary>
    public required double Basket { get; init; }

    public string NextEventId() => $"{Key}-{++_events:0000}";

    public string NextSessionId() => $"{Key}-s{++_sessions:0000}";

    public string NextNoteId() => $"{Key}-n{++_notes:000}";

    public double VisitProbability(DayRates rates, CustomerState state) => 1 - Math.Exp(-VisitFactor * rates.Visits[state]);

    /// <summary>Probability that a visit ends in a purchase.</summary>
    public double PurchaseProbability(DayRates rates, CustomerState state) =>
        Math.Min(SurestPurchase, PurchaseFactor * rates.Purchases[state]);

    /// <summary>Probability that a visit shows the wish to purchase, at whatever price.</summary>
    public double WishProbability(DayRates rates, CustomerState state) =>
        Math.Max(PurchaseProbability(rates, state), Math.Min(SurestPurchase, PurchaseFactor * rates.Wishes[state]));
}

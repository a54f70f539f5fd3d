using Coppice.Server.Statistics;

namespace Coppice.Server.Simulation;

/// <summary>Makes the customers: those the shop opens with and those who come later.</summary>
internal sealed class Newcomers(ShopOptions options)
{
    private const double VisitSpread = 0.65;
    private const double PurchaseSpread = 0.40;
    private const double BasketSpread = 0.55;

    /// <summary>Keeps the counts of newcomers apart from the customers' own random sources.</summary>
    private const ulong CountsSeed = 0x6E6577636F6D6572UL;

    /// <summary>Of the first customers most are idle and some have already left.</summary>
    private static readonly StateWeights OpeningStates = new(.70, .16, .06, .08);
    private static readonly StateWeights NewcomerStates = new(.20, .55, .25, 0);

    private int _made;

    /// <summary>Newcomers on a day. Known without playing it, so that the shop can open with the right number of customers.</summary>
    public int CountOn(int day)
    {
        SplitMix64 random = SplitMix64.ForReplicate(options.Seed ^ CountsSeed, day + options.HistoryDays);
        return random.Poisson(options.NewCustomersPerDay * Season.Traffic(options.DateOf(day)));
    }

    /// <summary>A customer the shop opens with, not seen yet.</summary>
    public ShopCustomer MakeFirst(DateTimeOffset since)
    {
        (string key, SplitMix64 random) = Next();
        KindTraits traits = Kinds.All[random.PickWeighted(OpeningShares)];
        return Make(key, random, traits, since, OpeningStates);
    }

    /// <summary>A customer who makes the first visit at <paramref name="since"/>'s day.</summary>
    public ShopCustomer MakeNew(DateTimeOffset since, Prices prices)
    {
        (string key, SplitMix64 random) = Next();
        KindTraits traits = Kinds.All[random.PickWeighted(prices == Prices.Raised ? NewcomerSharesRaised : NewcomerShares)];
        return Make(key, random, traits, since, NewcomerStates);
    }

    private static readonly double[] OpeningShares = [.. Kinds.All.Select(traits => traits.OpeningShare)];
    private static readonly double[] NewcomerShares = [.. Kinds.All.Select(traits => traits.NewcomerShare)];
    private static readonly double[] NewcomerSharesRaised = [.. Kinds.All.Select(traits => traits.NewcomerShareRaised)];

    private static ShopCustomer Make(string key, SplitMix64 random, KindTraits traits, DateTimeOffset since, StateWeights states)
    {
        string country = Persona.Country(random);
        return new ShopCustomer(key, traits, random)
        {
            State = states.At(random.NextDouble()),
            Language = Persona.Language(random, country),
            Profile = Persona.Profile(random, key, traits.Kind, country, since),
            FavouriteCategory = random.Pick(Products.Categories),
            VisitFactor = random.Factor(VisitSpread),
            PurchaseFactor = random.Factor(PurchaseSpread),
            Basket = traits.Basket * random.Factor(BasketSpread),
        };
    }

    private (string Key, SplitMix64 Random) Next()
    {
        int number = _made++;
        return ($"c{number + 1:00000}", SplitMix64.ForReplicate(options.Seed, number));
    }
}

namespace Coppice.Server.Simulation;

/// <summary>The traits of every kind. Tuned so that 15-30 % of all known customers buy within 30 days; see the tests of calibration and base rates.</summary>
internal static class Kinds
{
    public static readonly IReadOnlyList<KindTraits> All =
    [
        new(CustomerKind.Regular)
        {
            OpeningShare = 20, NewcomerShare = 18, NewcomerShareRaised = 8,
            Visits = new(.050, .28, .50), Purchases = new(.10, .18, .50), IdleCart = .09,
            BecomesInterested = .060, BecomesKeen = .10, LosesInterest = .06, CoolsDown = .08, Leaves = .0004,
            AfterPurchase = new(.725, .20, .07, .005),
            RaisedPurchases = .15, RaisedInterest = 1.0, SalePull = .2, GiftPull = .05,
            Basket = 95, Returns = .06, Notes = .16,
        },
        new(CustomerKind.BargainHunter)
        {
            OpeningShare = 18, NewcomerShare = 18, NewcomerShareRaised = 8,
            Visits = new(.050, .35, .50), Purchases = new(.015, .12, .45), IdleCart = .15,
            BecomesInterested = .040, BecomesKeen = .08, LosesInterest = .08, CoolsDown = .10, Leaves = .0006,
            AfterPurchase = new(.73, .20, .06, .01),
            RaisedPurchases = .03, RaisedInterest = 1.1, SalePull = 1.0,
            Basket = 38, Returns = .14, Notes = .10,
        },
        new(CustomerKind.GiftBuyer)
        {
            OpeningShare = 14, NewcomerShare = 14, NewcomerShareRaised = 12,
            Visits = new(.012, .22, .45), Purchases = new(.02, .14, .50), IdleCart = .06,
            BecomesInterested = .007, BecomesKeen = .12, LosesInterest = .08, CoolsDown = .08, Leaves = .0003,
            AfterPurchase = new(.86, .08, .05, .01),
            RaisedPurchases = .60, RaisedInterest = 1.0, GiftPull = 1.0,
            Basket = 80, Returns = .12, Notes = .19,
        },
        new(CustomerKind.Browser)
        {
            OpeningShare = 15, NewcomerShare = 16, NewcomerShareRaised = 14,
            Visits = new(.090, .35, .45), Purchases = new(.002, .012, .12), IdleCart = .18,
            BecomesInterested = .030, BecomesKeen = .02, LosesInterest = .12, CoolsDown = .15, Leaves = .0015,
            AfterPurchase = new(.80, .15, .03, .02),
            RaisedPurchases = 3.0, RaisedInterest = 1.0, SalePull = .3,
            Basket = 50, Returns = .10, Notes = .08,
        },
        new(CustomerKind.OneTimer)
        {
            OpeningShare = 10, NewcomerShare = 13, NewcomerShareRaised = 10,
            Visits = new(.015, .25, .45), Purchases = new(.01, .12, .45), IdleCart = .07,
            BecomesInterested = .005, BecomesKeen = .12, LosesInterest = .10, CoolsDown = .08, Leaves = .0040,
            AfterPurchase = new(.36, .03, .01, .60),
            RaisedPurchases = .80, RaisedInterest = 1.0, GiftPull = .2,
            Basket = 60, Returns = .10, Notes = .10,
        },
        new(CustomerKind.BigSpender)
        {
            OpeningShare = 8, NewcomerShare = 7, NewcomerShareRaised = 18,
            Visits = new(.020, .18, .40), Purchases = new(.04, .16, .50), IdleCart = .03,
            BecomesInterested = .013, BecomesKeen = .09, LosesInterest = .08, CoolsDown = .08, Leaves = .0003,
            AfterPurchase = new(.755, .17, .07, .005),
            RaisedPurchases = 1.7, RaisedInterest = 4.0, GiftPull = .15,
            Basket = 420, Returns = .08, Notes = .48,
        },
        new(CustomerKind.TrendSeeker)
        {
            OpeningShare = 15, NewcomerShare = 11, NewcomerShareRaised = 26,
            Visits = new(.040, .25, .40), Purchases = new(.004, .020, .09), IdleCart = .06,
            BecomesInterested = .025, BecomesKeen = .05, LosesInterest = .10, CoolsDown = .10, Leaves = .0008,
            AfterPurchase = new(.71, .22, .06, .01),
            RaisedPurchases = 10.0, RaisedInterest = 2.5,
            Basket = 110, Returns = .18, Notes = .11,
        },
    ];

    public static KindTraits Of(CustomerKind kind) => All[(int)kind];
}

namespace Coppice.Server.Simulation;

/// <summary>What a customer of the shop is like, for life. Hidden from every model; <see cref="Truth"/> tells it.</summary>
public enum CustomerKind
{
    /// <summary>Comes and buys all year at usual prices.</summary>
    Regular,

    /// <summary>Comes often, buys cheaply, lives for the sales.</summary>
    BargainHunter,

    /// <summary>Buys for others: before Christmas, Valentine's Day and Mother's Day.</summary>
    GiftBuyer,

    /// <summary>Looks a lot, fills carts, hardly ever buys.</summary>
    Browser,

    /// <summary>Buys once and is mostly never seen again.</summary>
    OneTimer,

    /// <summary>Comes rarely and spends much.</summary>
    BigSpender,

    /// <summary>Follows what is new; hardly buys the usual range.</summary>
    TrendSeeker,
}

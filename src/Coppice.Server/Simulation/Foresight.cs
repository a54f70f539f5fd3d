namespace Coppice.Server.Simulation;

/// <summary>How much of the future a true forecast may use. Seasons are known to both.</summary>
public enum Foresight
{
    /// <summary>
    /// Knows the dates of the price shock: the oracle. Of customers with probability p a share p does it, on every day, and no scorer ranks better.
    /// </summary>
    PriceDates,

    /// <summary>Takes the prices of the day to stay as they are: the best that anybody inside the story could know.</summary>
    PricesOfTheDay,
}

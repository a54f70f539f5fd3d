namespace Coppice.Server.Simulation;

/// <summary>How much of the future a true forecast may use. Seasons are known to both.</summary>
public enum Foresight
{
    /// <summary>Knows the dates of the price shock: the oracle, calibrated on every day.</summary>
    PriceDates,

    /// <summary>Takes the prices of the day to stay as they are: the best that anybody inside the story could know.</summary>
    PricesOfTheDay,
}

namespace Coppice.Server.Simulation;

/// <summary>The price regime of a day.</summary>
public enum Prices
{
    Usual,

    /// <summary>The price shock: dearer, with a limited collection that draws other customers.</summary>
    Raised,
}

namespace Coppice.Forests;

/// <summary>What turns a margin into a value.</summary>
public enum ForestLink
{
    /// <summary>The value is the margin.</summary>
    Identity,

    /// <summary>The margin is a log-odds, the value a probability.</summary>
    Logistic,

    /// <summary>The margin is a logarithm, the value a positive amount.</summary>
    Log,
}

namespace Coppice.Server.Simulation;

/// <summary>The hidden intent of a customer on one day. Day after day it follows a small Markov chain, see <see cref="Truth"/>.</summary>
public enum CustomerState
{
    Idle,
    Interested,
    Keen,

    /// <summary>Gone for good: no visit, no purchase, ever. The true meaning of churn.</summary>
    Left,
}

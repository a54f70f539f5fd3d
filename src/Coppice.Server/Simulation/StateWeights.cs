namespace Coppice.Server.Simulation;

/// <summary>A share per state: a distribution when they sum to one, the surviving part of one when to less.</summary>
internal readonly record struct StateWeights(double Idle, double Interested, double Keen, double Left)
{
    public double Sum => Idle + Interested + Keen + Left;

    public static StateWeights Certain(CustomerState state) => new(
        state == CustomerState.Idle ? 1 : 0,
        state == CustomerState.Interested ? 1 : 0,
        state == CustomerState.Keen ? 1 : 0,
        state == CustomerState.Left ? 1 : 0);

    public static StateWeights operator +(StateWeights a, StateWeights b) =>
        new(a.Idle + b.Idle, a.Interested + b.Interested, a.Keen + b.Keen, a.Left + b.Left);

    public static StateWeights operator *(StateWeights weights, double factor) =>
        new(weights.Idle * factor, weights.Interested * factor, weights.Keen * factor, weights.Left * factor);

    /// <summary>The state at position <paramref name="uniform"/> in [0, 1) of this distribution.</summary>
    public CustomerState At(double uniform)
    {
        if (uniform < Idle) return CustomerState.Idle;
        if (uniform < Idle + Interested) return CustomerState.Interested;
        return uniform < Idle + Interested + Keen ? CustomerState.Keen : CustomerState.Left;
    }
}

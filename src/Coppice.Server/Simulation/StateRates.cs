namespace Coppice.Server.Simulation;

/// <summary>One number per state in which a customer can still act; zero once they have left.</summary>
internal readonly record struct StateRates(double Idle, double Interested, double Keen)
{
    public double this[CustomerState state] => state switch
    {
        CustomerState.Idle => Idle,
        CustomerState.Interested => Interested,
        CustomerState.Keen => Keen,
        _ => 0,
    };

    public static StateRates operator *(StateRates rates, double factor) =>
        new(rates.Idle * factor, rates.Interested * factor, rates.Keen * factor);
}

namespace Coppice.Server.Evaluation;

/// <summary>Weights that halve with age.</summary>
public static class TimeDecay
{
    public static double Weight(TimeSpan age, TimeSpan halfLife)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(halfLife, TimeSpan.Zero);
        return Math.Pow(2, -(age / halfLife));
    }

    /// <summary>How many equally weighted rows would say as much.</summary>
    public static double EffectiveRows(ReadOnlySpan<double> weights)
    {
        double sum = 0;
        double squares = 0;
        foreach (double weight in weights)
        {
            sum += weight;
            squares += weight * weight;
        }
        return squares > 0 ? sum * sum / squares : 0;
    }
}

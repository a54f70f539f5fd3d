namespace Coppice.Server.Statistics;

/// <summary>
/// Adaptive conformal inference (Gibbs and Candès 2021; methods 7.5): ranges that missed too often are made wider, and the other way
/// round, so that over the long run they miss as often as was promised, whatever the world does. A single period is not promised.
/// </summary>
public static class AdaptiveMissRate
{
    private const double StepSize = 0.005;
    private const double Least = 0.001;
    private const double Most = 0.5;

    /// <summary>The rate after a batch of truths of which a share was missed; it may leave 0 to 1, and is kept as it is.</summary>
    public static double Next(double rate, double promised, double missedShare, double stepSize = StepSize) => rate + (stepSize * (promised - missedShare));

    /// <summary>The rate to look ends of a range up by.</summary>
    public static double Read(double rate) => Math.Clamp(rate, Least, Most);
}

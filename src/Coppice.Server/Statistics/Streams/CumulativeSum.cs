namespace Coppice.Server.Statistics.Streams;

/// <summary>
/// A one-sided CUSUM of standardised values (Page 1954, methods 4.6): what exceeds the allowance adds up, what falls short takes away, and a
/// sum above the threshold is a change. Without change that happens once in about 938 values.
/// </summary>
/// <param name="Sum">What has added up.</param>
public readonly record struct CumulativeSum(double Sum)
{
    /// <summary>Half of the shift, in standard errors, that is to be found soonest.</summary>
    public const double Allowance = 0.5;

    public const double Threshold = 5;

    public bool IsAlarm => Sum > Threshold;

    public CumulativeSum After(double standardised) => new(Math.Max(0, Sum + standardised - Allowance));

    /// <summary>How many values pass between two false alarms, on average (Siegmund 1985).</summary>
    public static double RunLength(double allowance, double threshold)
    {
        double reach = threshold + 1.166;
        return (Math.Exp(2 * allowance * reach) - (2 * allowance * reach) - 1) / (2 * allowance * allowance);
    }
}

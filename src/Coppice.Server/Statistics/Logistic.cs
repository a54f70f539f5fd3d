namespace Coppice.Server.Statistics;

/// <summary>Between probabilities and log-odds.</summary>
public static class Logistic
{
    public static double Sigmoid(double logOdds)
    {
        if (logOdds >= 0)
            return 1 / (1 + Math.Exp(-logOdds));
        double odds = Math.Exp(logOdds);
        return odds / (1 + odds);
    }

    /// <summary>ln(1 + e^x), without overflow on either side: of log-odds −ln(1 − p).</summary>
    public static double Softplus(double logOdds) => Math.Max(logOdds, 0) + Math.Log(1 + Math.Exp(-Math.Abs(logOdds)));

    /// <summary>Log-odds of a probability, clipped as the log-loss clips it so that 0 and 1 stay finite.</summary>
    public static double LogOdds(double probability)
    {
        double clipped = Math.Clamp(probability, Losses.ProbabilityClip, 1 - Losses.ProbabilityClip);
        return Math.Log(clipped) - Math.Log(1 - clipped);
    }
}

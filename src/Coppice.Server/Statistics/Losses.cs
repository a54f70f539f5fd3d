namespace Coppice.Server.Statistics;

/// <summary>What one row costs; every metric and comparison that is a mean of row losses uses these.</summary>
public static class Losses
{
    public const double ProbabilityClip = 1e-15;

    /// <summary>The power of the Tweedie deviance that judges amounts: between Poisson (1) and gamma (2).</summary>
    public const double TweediePower = 1.5;

    public static double Log(double label, double probability)
    {
        double clipped = Math.Clamp(probability, ProbabilityClip, 1 - ProbabilityClip);
        return label > 0 ? -Math.Log(clipped) : -Math.Log(1 - clipped);
    }

    public static double Squared(double label, double prediction) => (label - prediction) * (label - prediction);

    public static double Absolute(double label, double prediction) => Math.Abs(label - prediction);

    /// <summary>The squared distance of the logarithms of amounts, each one larger; asks for a label and a prediction of at least zero.</summary>
    public static double SquaredLog(double label, double prediction)
    {
        double distance = Math.Log(1 + label) - Math.Log(1 + prediction);
        return distance * distance;
    }

    /// <summary>What a quantile costs, least on average where <paramref name="level"/> of the labels lie below it (methods 7.5); in the unit of the label.</summary>
    public static double Pinball(double label, double quantile, double level) =>
        label >= quantile ? level * (label - quantile) : (1 - level) * (quantile - label);

    /// <summary>Unit deviance at power 1.5 (methods 7.4); asks for label >= 0 and prediction > 0.</summary>
    public static double TweedieDeviance(double label, double prediction)
    {
        // (1-p)(2-p) = -1/4, 1-p = -1/2, 2-p = 1/2; powers of one half are square roots, much cheaper than Pow.
        double root = Math.Sqrt(prediction);
        return 2 * ((-4 * Math.Sqrt(label)) + (2 * label / root) + (2 * root));
    }
}

using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Coppice.Server.Statistics;

/// <summary>Distribution functions in the one form used here: cumulative, survival (accurate in the far tail) and quantile.</summary>
public static class Distributions
{
    public static double NormalCumulative(double z) => 0.5 * SpecialFunctions.Erfc(-z / Constants.Sqrt2);

    public static double NormalSurvival(double z) => NormalCumulative(-z);

    public static double NormalQuantile(double probability) => -Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * probability);

    public static double StudentCumulative(double value, double degreesOfFreedom)
    {
        if (degreesOfFreedom < 1e5 || Math.Abs(value) > 6)
            return StudentT.CDF(0, 1, degreesOfFreedom, value);
        // Fisher's expansion about the normal: the incomplete beta function keeps only nine digits at so many degrees of freedom.
        double square = value * value;
        double first = value * (square + 1) / (4 * degreesOfFreedom);
        double second = value * ((((((3 * square) - 7) * square) - 5) * square) - 3) / (96 * degreesOfFreedom * degreesOfFreedom);
        return NormalCumulative(value) - (Normal.PDF(0, 1, value) * (first + second));
    }

    public static double StudentSurvival(double value, double degreesOfFreedom) => StudentCumulative(-value, degreesOfFreedom);

    public static double StudentQuantile(double probability, double degreesOfFreedom)
    {
        double quantile = StudentT.InvCDF(0, 1, degreesOfFreedom, probability);
        // The library's root search stops at nine digits; one Newton step brings the rest.
        double excess = StudentCumulative(quantile, degreesOfFreedom) - probability;
        return double.IsFinite(quantile) ? quantile - (excess / StudentT.PDF(0, 1, degreesOfFreedom, quantile)) : quantile;
    }

    public static double ChiSquareSurvival(double value, double degreesOfFreedom) =>
        value <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, value / 2);

    public static double ChiSquareQuantile(double probability, double degreesOfFreedom) => ChiSquared.InvCDF(degreesOfFreedom, probability);

    /// <summary>P(X &lt;= successes) for a binomial count.</summary>
    public static double BinomialCumulative(int successes, int trials, double probability)
    {
        if (successes < 0)
            return 0;
        return successes >= trials ? 1 : SpecialFunctions.BetaRegularized(trials - successes, successes + 1.0, 1 - probability);
    }

    public static double BinomialProbability(int successes, int trials, double probability) => Binomial.PMF(probability, trials, successes);

    /// <summary>P(X &gt;= count) for a Poisson count.</summary>
    public static double PoissonAtLeast(int count, double mean) => count <= 0 ? 1 : SpecialFunctions.GammaLowerRegularized(count, mean);

    /// <summary>Kolmogorov's Q: the asymptotic probability of a KS distance beyond <paramref name="scaledDistance"/>.</summary>
    public static double KolmogorovSurvival(double scaledDistance)
    {
        if (scaledDistance <= 0)
            return 1;
        double sum = 0;
        if (scaledDistance < 1)
        {
            // The alternating series converges slowly near zero; the theta-function form of the complement does not.
            double factor = -Math.PI * Math.PI / (8 * scaledDistance * scaledDistance);
            for (int odd = 1; odd < 40; odd += 2)
                sum += Math.Exp(factor * odd * odd);
            return 1 - (Math.Sqrt(2 * Math.PI) / scaledDistance * sum);
        }
        double sign = 1;
        for (int term = 1; term < 100; term++)
        {
            double next = Math.Exp(-2.0 * term * term * scaledDistance * scaledDistance);
            sum += sign * next;
            if (next < 1e-18)
                break;
            sign = -sign;
        }
        return 2 * sum;
    }
}

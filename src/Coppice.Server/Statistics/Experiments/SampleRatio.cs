using MathNet.Numerics;

namespace Coppice.Server.Statistics.Experiments;

/// <summary>
/// Whether arms hold as many customers as their weights say. Where they do not, something sorts customers into arms, and no comparison of them means
/// anything (methods 6.2). Weights need not sum to one.
/// </summary>
public static class SampleRatio
{
    /// <summary>Below this the experiment is void.</summary>
    public const double AlarmLevel = 0.001;

    /// <summary>How strongly the weights are believed beforehand, in customers.</summary>
    private const double Belief = 100;

    /// <summary>One look at the end: Pearson's chi-squared.</summary>
    public static (double ChiSquare, double PValue) Look(ReadOnlySpan<long> customers, ReadOnlySpan<double> weights)
    {
        var (total, weight) = Totals(customers, weights);
        double sum = 0;
        for (int arm = 0; arm < customers.Length; arm++)
        {
            double expected = total * weights[arm] / weight;
            sum += (customers[arm] - expected) * (customers[arm] - expected) / expected;
        }

        return (sum, Distributions.ChiSquareSurvival(sum, customers.Length - 1));
    }

    /// <summary>
    /// Logarithm of the evidence for any other weights, by a Dirichlet prior (Lindon and Malek 2022, arXiv 2011.03567). One over the largest value so far is a
    /// p-value that may be read after every customer; after a change of weights a new count begins and the evidence adds up.
    /// </summary>
    public static double LogEvidence(ReadOnlySpan<long> customers, ReadOnlySpan<double> weights)
    {
        var (total, weight) = Totals(customers, weights);
        double evidence = SpecialFunctions.GammaLn(Belief) - SpecialFunctions.GammaLn(Belief + total);
        for (int arm = 0; arm < customers.Length; arm++)
        {
            double share = weights[arm] / weight;
            evidence += SpecialFunctions.GammaLn((Belief * share) + customers[arm]) - SpecialFunctions.GammaLn(Belief * share) - (customers[arm] * Math.Log(share));
        }

        return evidence;
    }

    private static (long Customers, double Weight) Totals(ReadOnlySpan<long> customers, ReadOnlySpan<double> weights)
    {
        if (customers.Length != weights.Length || customers.Length < 2)
            throw new ArgumentException($"Expected a weight for each of at least two arms; found {customers.Length} arms and {weights.Length} weights.", nameof(weights));
        long total = 0;
        double weight = 0;
        for (int arm = 0; arm < customers.Length; arm++)
            (total, weight) = (total + customers[arm], weight + weights[arm]);
        return (total, weight);
    }
}

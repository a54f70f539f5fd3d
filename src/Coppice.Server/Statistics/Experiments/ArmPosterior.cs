using MathNet.Numerics;
using MathNet.Numerics.Integration;

namespace Coppice.Server.Statistics.Experiments;

/// <summary>
/// What is believed of an arm's conversion rate: Beta(alpha, beta) from an even prior (methods 6.4). Only customers whose window has closed count: an open
/// one taken for a failure speaks against whichever arm was busy last.
/// </summary>
public readonly record struct ArmPosterior(double Alpha, double Beta)
{
    /// <summary>The share of traffic that every arm keeps, or none could recover.</summary>
    public const double Floor = 0.05;

    private const int Nodes = 200;

    /// <summary>Beyond so many standard deviations a density is nothing.</summary>
    private const double Reach = 12;

    private double Mean => Alpha / (Alpha + Beta);

    private double Deviation => Math.Sqrt(Alpha * Beta / ((Alpha + Beta) * (Alpha + Beta) * (Alpha + Beta + 1)));

    public static ArmPosterior Of(ArmCounts matured) => new(1 + matured.Conversions, 1 + matured.Customers - matured.Conversions);

    /// <summary>Customers that so many open windows amount to, where conversions come with the delay that a curve describes.</summary>
    /// <param name="exposures">Age and number.</param>
    /// <param name="arrived">The share of conversions that has come by an age, 0 to 1.</param>
    public static double Exposure(IEnumerable<(double Age, long Customers)> exposures, Func<double, double> arrived) => exposures.Sum(e => arrived(e.Age) * e.Customers);

    /// <summary>The chance that the second of two arms converts more, exactly; the second's alpha must be whole.</summary>
    public static double SecondIsBetter(ArmPosterior first, ArmPosterior second)
    {
        double sum = 0;
        for (int i = 0; i < second.Alpha; i++)
        {
            sum += Math.Exp(
                SpecialFunctions.BetaLn(first.Alpha + i, first.Beta + second.Beta)
                - Math.Log(second.Beta + i)
                - SpecialFunctions.BetaLn(1 + i, second.Beta)
                - SpecialFunctions.BetaLn(first.Alpha, first.Beta));
        }

        return sum;
    }

    /// <summary>The chance of each arm to be the best, in their order.</summary>
    public static double[] ChancesToBeBest(IReadOnlyList<ArmPosterior> arms)
    {
        double[] chances = new double[arms.Count];
        for (int arm = 0; arm < arms.Count; arm++)
        {
            int own = arm;
            double from = Math.Max(0, arms[arm].Mean - (Reach * arms[arm].Deviation));
            double until = Math.Min(1, arms[arm].Mean + (Reach * arms[arm].Deviation));
            chances[arm] = GaussLegendreRule.Integrate(
                rate =>
                {
                    double density = arms[own].Density(rate);
                    for (int other = 0; other < arms.Count; other++)
                    {
                        if (other != own)
                            density *= SpecialFunctions.BetaRegularized(arms[other].Alpha, arms[other].Beta, rate);
                    }

                    return density;
                },
                from,
                until,
                Nodes);
        }

        return chances;
    }

    /// <summary>Shares of traffic: the chances to be best above a floor, which keeps their order; even where the floor leaves nothing to share out.</summary>
    public static double[] Allocation(IReadOnlyList<double> chances, double floor = Floor)
    {
        double left = 1 - (chances.Count * floor);
        double sum = chances.Sum();
        return left <= 0 ? [.. chances.Select(_ => 1.0 / chances.Count)] : [.. chances.Select(chance => floor + (left * chance / sum))];
    }

    private double Density(double rate) =>
        Math.Exp(((Alpha - 1) * Math.Log(rate)) + ((Beta - 1) * Math.Log(1 - rate)) - SpecialFunctions.BetaLn(Alpha, Beta));
}

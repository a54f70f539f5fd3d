using System.Text.Json.Serialization;

namespace Coppice.Server.Learners;

/// <summary>
/// The ends between which the next residual lies, at miss rates from 0 to one half in steps of half a percent; a rate between two steps
/// takes the smaller one, whose ends are further apart. Infinite where too few residuals are known to name an end.
/// </summary>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record ResidualTails(double[] Low, double[] High)
{
    private const int StepsOfOne = 200;
    private const int Steps = StepsOfOne / 2;

    /// <summary>Guards the division of a rate such as 0.1 against the last bit.</summary>
    private const double Rounding = 1e-9;

    public (double Low, double High) At(double missRate)
    {
        int step = Math.Clamp((int)((missRate * StepsOfOne) + Rounding), 0, Steps);
        return (Low[step], High[step]);
    }

    /// <summary>
    /// Half of the misses below and half above; the outermost residuals where there are too few to go further. Where so many amounts are
    /// nothing that the lower end is nothing too, none can lie below, and all misses are above; where they reach the upper end, that is
    /// nothing as well. Otherwise customers of whom nine in ten spend nothing would be said to spend at least a penny (decision 0014).
    /// </summary>
    /// <param name="sorted">Residuals, ascending.</param>
    /// <param name="nothing">How many of them are of amounts of zero.</param>
    public static ResidualTails TwoSided(ReadOnlySpan<double> sorted, int nothing)
    {
        double[] low = new double[Steps + 1];
        double[] high = new double[Steps + 1];
        long next = sorted.Length + 1;
        for (int step = 0; step <= Steps; step++)
        {
            // floor(next * rate / 2), in whole numbers.
            int below = (int)Math.Max(1, next * step / (2 * StepsOfOne));
            bool isNothing = nothing >= below;
            low[step] = isNothing ? double.NegativeInfinity : sorted[below - 1];
            long above = isNothing ? next * step / StepsOfOne : next * step / (2 * StepsOfOne);
            int inside = (int)Math.Min(sorted.Length, next - above);
            high[step] = nothing >= inside ? double.NegativeInfinity : sorted[inside - 1];
        }

        return new ResidualTails(low, high);
    }

    /// <summary>The same distance to both sides, from absolute residuals; no end where even the largest is not far enough.</summary>
    public static ResidualTails Symmetric(ReadOnlySpan<double> sorted)
    {
        double[] reach = new double[Steps + 1];
        for (int step = 0; step <= Steps; step++)
        {
            long rank = (((long)(sorted.Length + 1) * (StepsOfOne - step)) + StepsOfOne - 1) / StepsOfOne;
            reach[step] = rank > sorted.Length ? double.PositiveInfinity : sorted[(int)rank - 1];
        }

        return new ResidualTails(Array.ConvertAll(reach, r => -r), reach);
    }
}

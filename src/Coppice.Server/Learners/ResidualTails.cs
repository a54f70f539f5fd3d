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

    /// <summary>Half of the misses below and half above; the outermost residuals where there are too few to go further.</summary>
    public static ResidualTails Signed(ReadOnlySpan<double> sorted)
    {
        double[] low = new double[Steps + 1];
        double[] high = new double[Steps + 1];
        long next = sorted.Length + 1;
        for (int step = 0; step <= Steps; step++)
        {
            // floor(next * rate / 2) and ceiling(next * (1 - rate / 2)), in whole numbers.
            long below = next * step / (2 * StepsOfOne);
            low[step] = sorted[(int)Math.Max(1, below) - 1];
            high[step] = sorted[(int)Math.Min(sorted.Length, next - below) - 1];
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

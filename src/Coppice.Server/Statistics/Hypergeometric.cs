namespace Coppice.Server.Statistics;

/// <summary>Gauss' hypergeometric function by its power series.</summary>
internal static class Hypergeometric
{
    private const double Stop = 1e-15;

    private const int MostTerms = 100_000;

    /// <summary>
    /// <c>c (2F1(a, b; c; z) - 1) / b</c> for <c>0 &lt;= z &lt; 1</c>: the function's distance from 1 in a form that stays finite where b or c is
    /// zero, so that expressions with a removable singularity there need no special case.
    /// </summary>
    public static double Increment(double a, double b, double c, double z)
    {
        if (z is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(z), z, "The series converges for 0 <= z < 1.");
        double term = a * z;
        double sum = term;
        for (int n = 1; n < MostTerms && Math.Abs(term) > Stop * Math.Abs(sum); n++)
        {
            term *= (a + n) * (b + n) * z / ((c + n) * (n + 1));
            sum += term;
        }

        return sum;
    }
}

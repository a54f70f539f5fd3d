namespace Coppice.Server.Statistics.Experiments;

/// <summary>
/// The difference of two arms with an interval that stays valid however often it is looked at: the normal-mixture confidence sequence
/// (Waudby-Smith et al., arXiv 2103.06476; methods 6.1). At the planned end it is about half again as wide as an interval that may be looked at once.
/// </summary>
/// <param name="Difference">Second minus first, in the unit of the means.</param>
/// <param name="StandardError">Of the difference.</param>
/// <param name="HalfWidth">Of the two-sided interval.</param>
/// <param name="LogEvidence">Logarithm of the evidence against no difference.</param>
/// <param name="OneSidedHalfWidth">How far below the difference its one-sided lower bound lies.</param>
public readonly record struct ConfidenceSequence(double Difference, double StandardError, double HalfWidth, double LogEvidence, double OneSidedHalfWidth)
{
    /// <summary>Valid at every look; a running minimum of it is valid too.</summary>
    public double PValue => Math.Min(1, Math.Exp(-LogEvidence));

    public double Lower => Difference - HalfWidth;

    public double Upper => Difference + HalfWidth;

    /// <summary>The bound that a success is read from.</summary>
    public double OneSidedLower => Difference - OneSidedHalfWidth;

    /// <summary>Of two conversion rates.</summary>
    /// <param name="first">The arm in use.</param>
    /// <param name="second">The arm on trial.</param>
    /// <param name="level">The chance that it ever errs, 0 to 1.</param>
    /// <param name="planned">Customers of both arms together at which it is tightest.</param>
    public static ConfidenceSequence OfRates(ArmCounts first, ArmCounts second, double level, long planned) => OfMeans(
        second.Rate - first.Rate,
        (first.Variance / first.Customers) + (second.Variance / second.Customers),
        first.Customers + second.Customers,
        level,
        planned);

    /// <summary>Of two means of anything, such as money a customer.</summary>
    /// <param name="difference">Second minus first.</param>
    /// <param name="variance">Of that difference: the sum of both arms' variances a customer, each divided by its customers.</param>
    /// <param name="customers">Of both arms together.</param>
    /// <param name="level">The chance that it ever errs, 0 to 1.</param>
    /// <param name="planned">Customers at which it is tightest.</param>
    public static ConfidenceSequence OfMeans(double difference, double variance, long customers, double level, long planned)
    {
        double mixing = Mixing(level, planned);
        double spread = (customers * mixing) + 1;
        double half = Math.Sqrt(variance * customers) * Math.Sqrt(2 * spread / (customers * (double)customers * mixing) * Math.Log(Math.Sqrt(spread) / level));
        double oneSided = Mixing(2 * level, planned);
        double oneSpread = (customers * oneSided) + 1;
        double oneHalf = Math.Sqrt(variance * customers)
            * Math.Sqrt(2 * oneSpread / (customers * (double)customers * oneSided) * Math.Log(1 + (Math.Sqrt(oneSpread) / (2 * level))));
        double evidence = (mixing * customers * difference * difference / (2 * spread * variance)) - (0.5 * Math.Log(spread));
        return new ConfidenceSequence(difference, Math.Sqrt(variance), half, evidence, oneHalf);
    }

    /// <summary>The square of the mixture's spread that makes the interval tightest at the planned end.</summary>
    private static double Mixing(double level, long planned) => ((-2 * Math.Log(level)) + Math.Log((-2 * Math.Log(level)) + 1)) / planned;
}

namespace Coppice.Server.Statistics;

/// <summary>Slope and intercept of a logistic regression on one input, with the standard errors of the fit.</summary>
public readonly record struct LogisticRecalibration(double Slope, double Intercept, double SlopeError, double InterceptError)
{
    private const int MaximumSteps = 100;

    private const double Tolerance = 1e-12;

    // Newton doubles its digits with each step: after a step this small the next would be below rounding.
    private const double LastStep = 1e-8;

    // What summing a million rows may lose: near the optimum the loss cannot tell two steps apart, and Newton's is the right one.
    private const double LossRounding = 1e-10;

    /// <summary>
    /// Newton's method with step halving; targets lie in [0, 1]. Null when no finite fit exists:
    /// margins without spread, or rows that a threshold separates perfectly.
    /// </summary>
    public static LogisticRecalibration? Fit(ReadOnlySpan<double> margins, ReadOnlySpan<double> targets)
    {
        if (margins.Length != targets.Length)
            throw new ArgumentException($"Expected {margins.Length} targets, one for each margin, found {targets.Length}.", nameof(targets));
        double slope = 1;
        double intercept = 0;
        double loss = MeanLoss(margins, targets, slope, intercept);
        for (int step = 0; step < MaximumSteps; step++)
        {
            Curvature at = Curvature.At(margins, targets, slope, intercept);
            if (at.Determinant <= 1e-14 * at.SlopeSlope * at.InterceptIntercept)
                return null;
            double slopeStep = ((at.InterceptIntercept * at.SlopeGradient) - (at.SlopeIntercept * at.InterceptGradient)) / at.Determinant;
            double interceptStep = ((at.SlopeSlope * at.InterceptGradient) - (at.SlopeIntercept * at.SlopeGradient)) / at.Determinant;
            if (Math.Abs(slopeStep) <= LastStep * (1 + Math.Abs(slope)) && Math.Abs(interceptStep) <= LastStep * (1 + Math.Abs(intercept)))
            {
                return new LogisticRecalibration(
                    slope - slopeStep, intercept - interceptStep, Math.Sqrt(at.InterceptIntercept / at.Determinant), Math.Sqrt(at.SlopeSlope / at.Determinant));
            }

            double share = 1;
            double next = MeanLoss(margins, targets, slope - slopeStep, intercept - interceptStep);
            while (!(next <= loss + (LossRounding * Math.Abs(loss))) && share > 1e-6)
            {
                share /= 2;
                next = MeanLoss(margins, targets, slope - (share * slopeStep), intercept - (share * interceptStep));
            }
            slope -= share * slopeStep;
            intercept -= share * interceptStep;
            loss = next;
        }
        return null;
    }

    /// <summary>The shift of all margins after which the mean probability equals <paramref name="targetMean"/>, which lies strictly inside (0, 1).</summary>
    public static double InterceptShift(ReadOnlySpan<double> margins, double targetMean)
    {
        if (targetMean is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(targetMean), targetMean, "The target mean lies strictly between 0 and 1.");
        if (margins.IsEmpty)
            return 0;
        // The mean probability rises with the shift, so the root stays bracketed; Newton inside the bracket, bisection when it leaves.
        double smallest = margins[0];
        double largest = margins[0];
        foreach (double margin in margins)
        {
            smallest = Math.Min(smallest, margin);
            largest = Math.Max(largest, margin);
        }
        double low = Logistic.LogOdds(targetMean) - largest;
        double high = Logistic.LogOdds(targetMean) - smallest;
        double shift = Math.Clamp(0, low, high);
        for (int step = 0; step < 200 && high - low > Tolerance * (1 + Math.Abs(shift)); step++)
        {
            double excess = 0;
            double slope = 0;
            foreach (double margin in margins)
            {
                double probability = Logistic.Sigmoid(margin + shift);
                excess += probability - targetMean;
                slope += probability * (1 - probability);
            }
            if (excess > 0)
                high = shift;
            else
                low = shift;
            double newton = shift - (excess / slope);
            if (Math.Abs(newton - shift) <= Tolerance * (1 + Math.Abs(shift)))
                return newton;
            shift = newton > low && newton < high ? newton : (low + high) / 2;
        }
        return shift;
    }

    private static double MeanLoss(ReadOnlySpan<double> margins, ReadOnlySpan<double> targets, double slope, double intercept)
    {
        double sum = 0;
        for (int row = 0; row < margins.Length; row++)
        {
            double margin = (slope * margins[row]) + intercept;
            sum += Logistic.Softplus(margin) - (targets[row] * margin);
        }
        return sum / margins.Length;
    }

    private readonly record struct Curvature(
        double SlopeGradient, double InterceptGradient, double SlopeSlope, double SlopeIntercept, double InterceptIntercept)
    {
        public double Determinant => (SlopeSlope * InterceptIntercept) - (SlopeIntercept * SlopeIntercept);

        public static Curvature At(ReadOnlySpan<double> margins, ReadOnlySpan<double> targets, double slope, double intercept)
        {
            double slopeGradient = 0, interceptGradient = 0, slopeSlope = 0, slopeIntercept = 0, interceptIntercept = 0;
            for (int row = 0; row < margins.Length; row++)
            {
                double probability = Logistic.Sigmoid((slope * margins[row]) + intercept);
                double residual = probability - targets[row];
                double weight = probability * (1 - probability);
                slopeGradient += residual * margins[row];
                interceptGradient += residual;
                slopeSlope += weight * margins[row] * margins[row];
                slopeIntercept += weight * margins[row];
                interceptIntercept += weight;
            }
            return new Curvature(slopeGradient, interceptGradient, slopeSlope, slopeIntercept, interceptIntercept);
        }
    }
}

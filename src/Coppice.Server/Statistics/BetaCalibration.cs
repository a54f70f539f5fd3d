using MathNet.Numerics.LinearAlgebra;

namespace Coppice.Server.Statistics;

/// <summary>
/// A curve from log-odds to probabilities with a slope of its own on each side: log-odds become
/// <c>LowSlope · ln p − HighSlope · ln(1 − p) + Intercept</c> (Kull, Silva Filho and Flach 2017; methods 7.1). Equal slopes make Platt's line.
/// </summary>
/// <param name="LowSlope">Towards the unlikely; not negative, so that ranks survive.</param>
/// <param name="HighSlope">Towards the likely; not negative.</param>
/// <param name="Intercept">At even odds, up to a constant share of both slopes.</param>
public readonly record struct BetaCalibration(double LowSlope, double HighSlope, double Intercept)
{
    private const int MaximumSteps = 100;

    private const double LastStep = 1e-8;

    private const double LossRounding = 1e-10;

    /// <summary>The corrected log-odds of <paramref name="margin"/>.</summary>
    public double Apply(double margin) => (LowSlope * Low(margin)) + (HighSlope * High(margin)) + Intercept;

    /// <summary>
    /// Newton's method with step halving; targets lie in [0, 1]. A slope that would fall is left out, and the other fitted alone.
    /// Null when no finite fit exists: margins on one line, or rows that a threshold separates perfectly.
    /// </summary>
    public static BetaCalibration? Fit(ReadOnlySpan<double> margins, ReadOnlySpan<double> targets)
    {
        if (margins.Length != targets.Length)
            throw new ArgumentException($"Expected {margins.Length} targets, one for each margin, found {targets.Length}.", nameof(targets));
        var low = new double[margins.Length];
        var high = new double[margins.Length];
        for (int row = 0; row < low.Length; row++)
            (low[row], high[row]) = (Low(margins[row]), High(margins[row]));
        if (FitBoth(low, high, targets) is not { } both)
            return null;
        if (both.LowSlope >= 0 && both.HighSlope >= 0)
            return both;
        return both.LowSlope < 0
            ? LogisticRecalibration.Fit(high, targets) is { Slope: >= 0 } upper ? new BetaCalibration(0, upper.Slope, upper.Intercept) : null
            : LogisticRecalibration.Fit(low, targets) is { Slope: >= 0 } lower ? new BetaCalibration(lower.Slope, 0, lower.Intercept) : null;
    }

    private static BetaCalibration? FitBoth(double[] low, double[] high, ReadOnlySpan<double> targets)
    {
        var fit = new BetaCalibration(1, 1, 0);
        double loss = MeanLoss(low, high, targets, fit);
        for (int count = 0; count < MaximumSteps; count++)
        {
            if (Step(low, high, targets, fit) is not { } step)
                return null;
            double share = 1;
            BetaCalibration next = fit.Less(step, share);
            if (step.AbsoluteMaximum() <= LastStep * (1 + Math.Abs(fit.LowSlope) + Math.Abs(fit.HighSlope) + Math.Abs(fit.Intercept)))
                return next;
            double nextLoss = MeanLoss(low, high, targets, next);
            while (!(nextLoss <= loss + (LossRounding * Math.Abs(loss))) && share > 1e-6)
            {
                share /= 2;
                next = fit.Less(step, share);
                nextLoss = MeanLoss(low, high, targets, next);
            }
            (fit, loss) = (next, nextLoss);
        }
        return null;
    }

    /// <summary>Inverse curvature times gradient; null where the curvature is flat in some direction.</summary>
    private static Vector<double>? Step(double[] low, double[] high, ReadOnlySpan<double> targets, BetaCalibration at)
    {
        var curvature = Matrix<double>.Build.Dense(3, 3);
        var gradient = Vector<double>.Build.Dense(3);
        for (int row = 0; row < low.Length; row++)
        {
            double probability = Logistic.Sigmoid((at.LowSlope * low[row]) + (at.HighSlope * high[row]) + at.Intercept);
            double residual = probability - targets[row];
            double weight = probability * (1 - probability);
            gradient[0] += residual * low[row];
            gradient[1] += residual * high[row];
            gradient[2] += residual;
            curvature[0, 0] += weight * low[row] * low[row];
            curvature[0, 1] += weight * low[row] * high[row];
            curvature[0, 2] += weight * low[row];
            curvature[1, 1] += weight * high[row] * high[row];
            curvature[1, 2] += weight * high[row];
            curvature[2, 2] += weight;
        }
        curvature[1, 0] = curvature[0, 1];
        curvature[2, 0] = curvature[0, 2];
        curvature[2, 1] = curvature[1, 2];
        double flat = 1e-14 * curvature[0, 0] * curvature[1, 1] * curvature[2, 2];
        return curvature.Determinant() > flat ? curvature.Solve(gradient) : null;
    }

    private BetaCalibration Less(Vector<double> step, double share) =>
        new(LowSlope - (share * step[0]), HighSlope - (share * step[1]), Intercept - (share * step[2]));

    private static double MeanLoss(double[] low, double[] high, ReadOnlySpan<double> targets, BetaCalibration at)
    {
        double sum = 0;
        for (int row = 0; row < low.Length; row++)
        {
            double margin = (at.LowSlope * low[row]) + (at.HighSlope * high[row]) + at.Intercept;
            sum += Logistic.Softplus(margin) - (targets[row] * margin);
        }
        return sum / low.Length;
    }

    /// <summary>ln p of a log-odds.</summary>
    private static double Low(double margin) => -Logistic.Softplus(-margin);

    /// <summary>−ln(1 − p) of a log-odds.</summary>
    private static double High(double margin) => Logistic.Softplus(margin);
}

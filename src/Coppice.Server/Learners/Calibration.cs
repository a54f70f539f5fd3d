using Coppice.Server.Statistics;

namespace Coppice.Server.Learners;

/// <summary>
/// Turns a version's margin into its answer, and is part of the version.
/// </summary>
public sealed record Calibration
{
    private const double RankShare = 1e-6;

    public required MarginLink Link { get; init; }

    public CalibrationKind Kind { get; init; }

    /// <summary>What the margin is multiplied with; of the beta curve its slope towards the unlikely.</summary>
    public double Slope { get; init; } = 1;

    /// <summary>Of the beta curve: its slope towards the likely. The other kinds have one slope.</summary>
    public double HighSlope { get; init; } = 1;

    public double Intercept { get; init; }

    /// <summary>Margins of the isotonic curve, ascending; empty for the other kinds.</summary>
    public double[] Knots { get; init; } = [];

    /// <summary>Probabilities at the knots.</summary>
    public double[] Values { get; init; } = [];

    /// <summary>How far the truth may lie from an answered amount; null for probabilities.</summary>
    public MondrianIntervals? Intervals { get; init; }

    public static Calibration None(MarginLink link) => new() { Link = link };

    public double Apply(double margin)
    {
        // The curve has level steps; a millionth of the raw answer keeps the ranking inside them.
        if (Kind == CalibrationKind.Isotonic)
            return ((1 - RankShare) * IsotonicRegression.Interpolate(Knots, Values, margin)) + (RankShare * Logistic.Sigmoid(margin));
        double corrected = Kind == CalibrationKind.Beta ? new BetaCalibration(Slope, HighSlope, Intercept).Apply(margin) : (Slope * margin) + Intercept;
        return Link == MarginLink.LogOdds ? Logistic.Sigmoid(corrected) : Math.Exp(corrected);
    }

    public void Apply(ReadOnlySpan<double> margins, Span<double> answers)
    {
        if (answers.Length < margins.Length)
            throw new ArgumentException($"Expected room for {margins.Length} answers, found {answers.Length}.", nameof(answers));
        for (int row = 0; row < margins.Length; row++)
            answers[row] = Apply(margins[row]);
    }
}

using Coppice.Server.Statistics;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>
/// Fits the calibration of a version on its validation rows: never on rows it was trained on, never on the block that will judge it
/// (methods 7.1). The simplest correction that the rows can support wins.
/// </summary>
public static class CalibrationFit
{
    public const int PlattMinimum = 50;

    /// <summary>Fewer rows bend a curve by chance.</summary>
    public const int CurveRows = 1000;

    public const int CurvePositives = 200;

    private const int Folds = 5;

    private delegate Calibration? Fit(ReadOnlySpan<double> margins, ReadOnlySpan<double> labels);

    /// <summary>The calibration of rows that the margins' version has not learnt from.</summary>
    public static Calibration Of(TrainingData unseen, ReadOnlySpan<double> margins)
    {
        double[] labels = Array.ConvertAll(unseen.Labels, y => (double)y);
        return unseen.Predicts == PredictionKind.Probability ? OfProbabilities(margins, labels) : OfAmounts(margins, labels);
    }

    /// <summary>Chooses among intercept shift, Platt, beta and isotonic for log-odds margins and labels 0 and 1.</summary>
    public static Calibration OfProbabilities(ReadOnlySpan<double> margins, ReadOnlySpan<double> labels)
    {
        int positives = Check(margins, labels);
        if (margins.IsEmpty)
            return Calibration.None(MarginLink.LogOdds);
        if (Math.Min(positives, margins.Length - positives) < PlattMinimum)
            return Intercept(margins, labels);
        Calibration chosen = SlopeDiffers(margins, labels) && Platt(margins, labels) is { } platt ? platt : Intercept(margins, labels);
        if (margins.Length < CurveRows || positives < CurvePositives)
            return chosen;
        double[]? straight = UnseenLosses(Platt, margins, labels);
        double[]? curved = UnseenLosses(Beta, margins, labels);
        bool bent = Beats(curved, straight);
        if (Beats(UnseenLosses(Isotonic, margins, labels), bent ? curved : straight))
            return Isotonic(margins, labels);
        return bent && Beta(margins, labels) is { } beta ? beta : chosen;
    }

    /// <summary>
    /// Shifts log margins so that the predicted total equals the true one, no correction when nothing came true, and measures how far the
    /// truth lies from the answers so corrected.
    /// </summary>
    public static Calibration OfAmounts(ReadOnlySpan<double> margins, ReadOnlySpan<double> labels)
    {
        Check(margins, labels);
        var calibration = OfTotal(margins, labels);
        double[] answers = new double[margins.Length];
        calibration.Apply(margins, answers);
        return calibration with { Intervals = MondrianFit.Of(answers, labels) };
    }

    private static Calibration OfTotal(ReadOnlySpan<double> margins, ReadOnlySpan<double> labels)
    {
        double total = 0;
        foreach (double label in labels)
            total += label;
        if (!(total > 0))
            return Calibration.None(MarginLink.Log);
        double largest = double.NegativeInfinity;
        foreach (double margin in margins)
            largest = Math.Max(largest, margin);
        double predicted = 0;
        foreach (double margin in margins)
            predicted += Math.Exp(margin - largest);
        return new Calibration { Link = MarginLink.Log, Kind = CalibrationKind.Intercept, Intercept = Math.Log(total) - Math.Log(predicted) - largest };
    }

    /// <summary>The shift after which the mean probability is the share of positives; with one class only, the smoothed share.</summary>
    public static Calibration Intercept(ReadOnlySpan<double> margins, ReadOnlySpan<double> labels)
    {
        int positives = Check(margins, labels);
        double edge = 1.0 / (margins.Length + 2);
        double share = positives == 0 || positives == margins.Length
            ? Math.Clamp((double)positives / margins.Length, edge, 1 - edge)
            : (double)positives / margins.Length;
        return new Calibration
        {
            Link = MarginLink.LogOdds,
            Kind = CalibrationKind.Intercept,
            Intercept = LogisticRecalibration.InterceptShift(margins, share),
        };
    }

    /// <summary>Platt's fit with smoothed targets (Lin, Lin and Weng 2007); null when no finite fit exists.</summary>
    public static Calibration? Platt(ReadOnlySpan<double> margins, ReadOnlySpan<double> labels)
    {
        int positives = Check(margins, labels);
        double positiveTarget = (positives + 1.0) / (positives + 2);
        double negativeTarget = 1.0 / (margins.Length - positives + 2);
        var targets = new double[labels.Length];
        for (int row = 0; row < targets.Length; row++)
            targets[row] = labels[row] > 0 ? positiveTarget : negativeTarget;
        return LogisticRecalibration.Fit(margins, targets) is { } fit
            ? new Calibration { Link = MarginLink.LogOdds, Kind = CalibrationKind.Platt, Slope = fit.Slope, Intercept = fit.Intercept }
            : null;
    }

    /// <summary>The beta curve; null when no finite fit exists.</summary>
    public static Calibration? Beta(ReadOnlySpan<double> margins, ReadOnlySpan<double> labels)
    {
        Check(margins, labels);
        return BetaCalibration.Fit(margins, labels) is { } fit
            ? new Calibration
            {
                Link = MarginLink.LogOdds,
                Kind = CalibrationKind.Beta,
                Slope = fit.LowSlope,
                HighSlope = fit.HighSlope,
                Intercept = fit.Intercept,
            }
            : null;
    }

    public static Calibration Isotonic(ReadOnlySpan<double> margins, ReadOnlySpan<double> labels)
    {
        Check(margins, labels);
        (double[] knots, double[] values) = IsotonicRegression.Fit(margins, labels);
        Temper(margins, knots, values);
        return new Calibration { Link = MarginLink.LogOdds, Kind = CalibrationKind.Isotonic, Knots = knots, Values = values };
    }

    /// <summary>
    /// The ends of the curve are steps of rows that all agree. Their share is smoothed as Platt smooths his targets: m rows without an
    /// exception make (m + 1) / (m + 2), not certainty, which the first exception would refute at any price.
    /// </summary>
    private static void Temper(ReadOnlySpan<double> margins, double[] knots, double[] values)
    {
        int lastZero = Array.FindLastIndex(values, value => value == 0);
        int firstOne = Array.FindIndex(values, value => value == 1);
        int zeros = 0;
        int ones = 0;
        foreach (double margin in margins)
        {
            zeros += lastZero >= 0 && margin <= knots[lastZero] ? 1 : 0;
            ones += firstOne >= 0 && margin >= knots[firstOne] ? 1 : 0;
        }

        double low = lastZero + 1 < values.Length && lastZero >= 0 ? Math.Min(1.0 / (zeros + 2), values[lastZero + 1]) : 1.0 / (zeros + 2);
        double high = firstOne > 0 ? Math.Max((ones + 1.0) / (ones + 2), values[firstOne - 1]) : (ones + 1.0) / (ones + 2);
        for (int i = 0; i < values.Length; i++)
            values[i] = values[i] == 0 ? low : values[i] == 1 ? high : values[i];
    }

    private static bool SlopeDiffers(ReadOnlySpan<double> margins, ReadOnlySpan<double> labels) =>
        LogisticRecalibration.Fit(margins, labels) is { } fit && Math.Abs(fit.Slope - 1) > 2 * fit.SlopeError;

    /// <summary>The log-loss of each row by a curve that was fitted to the other folds; null where one of them has none.</summary>
    private static double[]? UnseenLosses(Fit curve, ReadOnlySpan<double> margins, ReadOnlySpan<double> labels)
    {
        var losses = new double[margins.Length];
        for (int fold = 0; fold < Folds; fold++)
        {
            (double[] fitMargins, double[] fitLabels) = WithoutFold(margins, labels, fold);
            if (curve(fitMargins, fitLabels) is not { } fitted)
                return null;
            for (int row = fold; row < losses.Length; row += Folds)
                losses[row] = Losses.Log(labels[row], fitted.Apply(margins[row]));
        }

        return losses;
    }

    /// <summary>A curve must beat the simpler one by more than one error of the paired log-loss over five interleaved folds.</summary>
    private static bool Beats(double[]? curve, double[]? simpler)
    {
        if (curve is null || simpler is null)
            return false;
        double[] gains = [.. simpler.Zip(curve, (known, bent) => known - bent)];
        double mean = gains.Average();
        double squares = gains.Sum(gain => (gain - mean) * (gain - mean));
        return mean > Math.Sqrt(squares / (gains.Length - 1) / gains.Length);
    }

    private static (double[] Margins, double[] Labels) WithoutFold(ReadOnlySpan<double> margins, ReadOnlySpan<double> labels, int fold)
    {
        int left = margins.Length - ((margins.Length - fold + Folds - 1) / Folds);
        var keptMargins = new double[left];
        var keptLabels = new double[left];
        int next = 0;
        for (int row = 0; row < margins.Length; row++)
        {
            if (row % Folds == fold)
                continue;
            keptMargins[next] = margins[row];
            keptLabels[next++] = labels[row];
        }
        return (keptMargins, keptLabels);
    }

    private static int Check(ReadOnlySpan<double> margins, ReadOnlySpan<double> labels)
    {
        if (margins.Length != labels.Length)
            throw new ArgumentException($"Expected {margins.Length} labels, one for each margin, found {labels.Length}.", nameof(labels));
        int positives = 0;
        for (int row = 0; row < margins.Length; row++)
        {
            if (!double.IsFinite(margins[row]))
                throw new ArgumentException($"A margin is a finite number; row {row} holds {margins[row]}.", nameof(margins));
            positives += labels[row] > 0 ? 1 : 0;
        }
        return positives;
    }
}

namespace Coppice.Server.Evaluation.Estimates;

/// <summary>
/// How far amounts will turn out to be off, before the truth is there, from errors that a second model expects (DLE, methods 5.3). Blind to a
/// change of what makes an amount, as <see cref="EstimatedBinaryMetrics"/> is: it may raise an alarm and never clear one.
/// </summary>
public sealed record EstimatedAmountMetrics
{
    public required int Rows { get; init; }

    /// <summary>Null without rows.</summary>
    public required MetricEstimate? MeanAbsoluteError { get; init; }

    /// <summary>Null without rows. Only as good as the few largest errors are foreseen, which for customer values is not good: no band is given.</summary>
    public required double? RootMeanSquaredError { get; init; }

    /// <summary>Estimates the errors of one version on rows without labels.</summary>
    /// <param name="absoluteErrors">The expected absolute error of each row; below zero counts as none.</param>
    /// <param name="squaredErrors">The expected squared error of each row; below zero counts as none.</param>
    /// <param name="errorSpread">Standard deviation of the absolute errors on rows whose truth is known.</param>
    public static EstimatedAmountMetrics Of(ReadOnlySpan<double> absoluteErrors, ReadOnlySpan<double> squaredErrors, double errorSpread)
    {
        if (absoluteErrors.Length != squaredErrors.Length)
            throw new ArgumentException($"Expected {absoluteErrors.Length} squared errors, one for each absolute one, found {squaredErrors.Length}.", nameof(squaredErrors));
        if (!(double.IsFinite(errorSpread) && errorSpread >= 0))
            throw new ArgumentOutOfRangeException(nameof(errorSpread), errorSpread, "A standard deviation is a number from 0 on.");
        double? squared = MeanOf(squaredErrors, nameof(squaredErrors));
        return new EstimatedAmountMetrics
        {
            Rows = absoluteErrors.Length,
            MeanAbsoluteError = MetricEstimate.Of(MeanOf(absoluteErrors, nameof(absoluteErrors)), errorSpread / Math.Sqrt(absoluteErrors.Length)),
            RootMeanSquaredError = squared is { } mean ? Math.Sqrt(mean) : null,
        };
    }

    /// <summary>
    /// The root of the mean squared error of logarithms, which no few large amounts decide: for customer values this and the mean absolute error can be
    /// told beforehand. Null without rows, or where none is expected to be off.
    /// </summary>
    /// <param name="squaredErrors">The expected squared error of each row's logarithm; below zero counts as none.</param>
    /// <param name="errorSpread">Standard deviation of those on rows whose truth is known.</param>
    public static MetricEstimate? RootMeanSquaredLog(ReadOnlySpan<double> squaredErrors, double errorSpread) =>
        MeanOf(squaredErrors, nameof(squaredErrors)) is > 0 and { } mean
            ? MetricEstimate.Of(Math.Sqrt(mean), errorSpread / (2 * Math.Sqrt(mean) * Math.Sqrt(squaredErrors.Length)))
            : null;

    private static double? MeanOf(ReadOnlySpan<double> errors, string name)
    {
        double sum = 0;
        for (int row = 0; row < errors.Length; row++)
        {
            if (!double.IsFinite(errors[row]))
                throw new ArgumentException($"An expected error is a finite number; row {row} holds {errors[row]}.", name);
            sum += Math.Max(0, errors[row]);
        }

        return errors.IsEmpty ? null : sum / errors.Length;
    }
}

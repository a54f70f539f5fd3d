namespace Coppice.Server.Evaluation;

/// <summary>
/// The newest training rows, kept for early stopping, calibration and sweeps (methods 2.2). Rows whose window reaches into them are
/// purged, so that no purchase labels both sides.
/// </summary>
public sealed record ValidationSplit(DateTimeOffset FitUntil, DateTimeOffset ValidateFrom)
{
    public const double DefaultShare = 0.15;

    /// <summary>Null when there are fewer than two distinct times to split between.</summary>
    /// <param name="sortedTimes">Prediction times of the training rows, ascending.</param>
    /// <param name="window">The label's window.</param>
    /// <param name="share">Share of the rows that validate.</param>
    public static ValidationSplit? Of(ReadOnlySpan<DateTimeOffset> sortedTimes, TimeSpan window, double share = DefaultShare)
    {
        if (share is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share that validates lies strictly between 0 and 1.");
        if (sortedTimes.IsEmpty || sortedTimes[0] == sortedTimes[^1])
            return null;
        int first = Math.Clamp((int)(sortedTimes.Length * (1 - share)), 1, sortedTimes.Length - 1);
        // Rows of one moment stay together: the later ones of a run pull the whole run into validation, unless nothing would be left.
        DateTimeOffset from = sortedTimes[first];
        if (from == sortedTimes[0])
        {
            int next = first;
            while (sortedTimes[next] == from)
                next++;
            from = sortedTimes[next];
        }
        return new ValidationSplit(from - window, from);
    }

    /// <summary>Whether a row may be fitted on: its window ends by the first row that validates.</summary>
    public bool IsFitted(DateTimeOffset predictedAt) => predictedAt <= FitUntil;

    public bool IsValidated(DateTimeOffset predictedAt) => predictedAt >= ValidateFrom;
}

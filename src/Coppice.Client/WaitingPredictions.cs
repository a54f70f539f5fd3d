namespace Coppice.Client;

/// <summary>Predictions whose labels are still to come, and what can be said before they do.</summary>
/// <param name="Predictions">How many wait.</param>
/// <param name="NextLabel">When the next label matures; null where truth comes whenever somebody reports it.</param>
/// <param name="GiveOrTakeDays">How many days luck may move the next verdict either way, with 95 % certainty; null where no verdict is in sight.</param>
/// <param name="Estimated">How good the champion will turn out on the newest of them; null where they are few, and of amounts until a server has learnt how far off they are.</param>
public sealed record WaitingPredictions(long Predictions, DateTimeOffset? NextLabel, double? GiveOrTakeDays, EstimatedMetric? Estimated);

/// <summary>A metric before labels are there. It takes for granted that what makes a label has not changed: it may raise an alarm and never clears one.</summary>
/// <param name="Metric">Its stable name.</param>
/// <param name="Value">What is expected.</param>
/// <param name="HalfWidth">How far luck of the labels may move it, with 95 % certainty; that the version's probabilities are right is taken for granted too.</param>
/// <param name="Predictions">How many predictions it is about.</param>
public sealed record EstimatedMetric(string Metric, double Value, double HalfWidth, int Predictions)
{
    /// <summary>How much too high such estimates have been, on answers whose labels have come; null before there are enough.</summary>
    public double? Bias { get; init; }

    /// <summary>
    /// False where they were off by more than 0.03 in each of the last three windows, or expected errors of amounts by more than a tenth: then they raise no alarm.
    /// </summary>
    public bool IsTrusted { get; init; } = true;

    /// <summary>What was promised of it at promotion: the worse end of its interval then; null where that was not recorded, and of a single week.</summary>
    public double? Promised { get; init; }
}

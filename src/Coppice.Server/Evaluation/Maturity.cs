namespace Coppice.Server.Evaluation;

/// <summary>
/// When a label may be believed (methods 2.1). Positives are known early and negatives only at the end, so a row counts once its whole
/// window and the time outcomes take to arrive have passed, whatever was seen before.
/// </summary>
public sealed record Maturity
{
    public Maturity(TimeSpan window, TimeSpan arrivalLag)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(arrivalLag, TimeSpan.Zero);
        Window = window;
        ArrivalLag = arrivalLag;
    }

    public TimeSpan Window { get; }

    public TimeSpan ArrivalLag { get; }

    /// <summary>From the prediction to the moment its label may be believed.</summary>
    public TimeSpan Delay => Window + ArrivalLag;

    /// <summary>The latest prediction time that is mature now, itself included.</summary>
    public DateTimeOffset CutAt(DateTimeOffset now) => now - Delay;

    public bool IsMature(DateTimeOffset predictedAt, DateTimeOffset now) => predictedAt <= CutAt(now);

    /// <summary>Whether an event falls into the window, its start included and its end not.</summary>
    public bool IsInWindow(DateTimeOffset predictedAt, DateTimeOffset happenedAt) => happenedAt >= predictedAt && happenedAt < predictedAt + Window;
}

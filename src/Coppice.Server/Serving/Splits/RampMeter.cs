namespace Coppice.Server.Serving.Splits;

/// <summary>How a version fares while it takes over, as only the process knows that answers: counted without locks, on the way of every question.</summary>
public sealed class RampMeter
{
    private long _answered;
    private long _failed;
    private long _unusable;
    private LatencyPair _window = new();

    /// <summary>Questions that it answered, or failed to.</summary>
    public long Answered => Interlocked.Read(ref _answered);

    /// <summary>Questions that it broke off at; the champion answered them.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Scores that are no number; the champion answered these questions as well.</summary>
    public long Unusable => Interlocked.Read(ref _unusable);

    public void CountAnswered(long questions) => Interlocked.Add(ref _answered, questions);

    public void CountFailed(long questions)
    {
        Interlocked.Add(ref _answered, questions);
        Interlocked.Add(ref _failed, questions);
    }

    public void CountUnusable() => Interlocked.Increment(ref _unusable);

    /// <summary>How long both versions took for the same question.</summary>
    public void Time(TimeSpan champion, TimeSpan challenger) => Volatile.Read(ref _window).Add(champion, challenger);

    /// <summary>The times since this was last asked.</summary>
    public LatencyPair TakeWindow() => Interlocked.Exchange(ref _window, new LatencyPair());
}

namespace Coppice.Server.Workspaces;

/// <summary>A step through the calendar: a month as the calendar has it, or a fixed length.</summary>
public readonly record struct Cadence
{
    private Cadence(TimeSpan? length) => Length = length;

    public static Cadence Month => default;

    /// <summary>Null when the step is one calendar month.</summary>
    public TimeSpan? Length { get; }

    public static Cadence Of(TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        return new Cadence(length);
    }

    /// <summary>The moment <paramref name="steps"/> steps from <paramref name="start"/>; reckoned from the start, so the 31st does not wander.</summary>
    public DateTime Step(DateTime start, int steps) => Length is { } length ? start + (length * steps) : start.AddMonths(steps);
}

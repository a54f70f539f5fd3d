namespace Coppice.Client;

/// <summary>Runs, newest first.</summary>
/// <param name="Runs">One page of them.</param>
/// <param name="Before">What to ask for to get the next page; null on the last.</param>
public sealed record RunList(IReadOnlyList<RunResponse> Runs, long? Before);

/// <summary>A line of a run's log.</summary>
public sealed record RunLogLine(long Line, DateTimeOffset At, string Text);

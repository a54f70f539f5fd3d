namespace Coppice.Client;

/// <summary>What is known of one customer, newest first.</summary>
/// <param name="Entries">One page of it.</param>
/// <param name="Next">What to give as <c>before</c> for older ones; null at the end.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineEntry> Entries, string? Next);

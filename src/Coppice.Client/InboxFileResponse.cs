namespace Coppice.Client;

/// <summary>A file that lay in the inbox, and what became of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What is in it; null where its name does not say.</param>
/// <param name="State"><c>imported</c> or <c>rejected</c>.</param>
/// <param name="At">When it was read.</param>
/// <param name="MovedTo">Where it is now, relative to the workspace.</param>
/// <param name="Reason">Why it was rejected.</param>
/// <param name="Report">What became of its rows, with the first ten that were set aside.</param>
public sealed record InboxFileResponse(string Name, string? Kind, string State, DateTimeOffset At, string MovedTo, string? Reason, ImportReport? Report);
